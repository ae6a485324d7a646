package dev.spindle.ui.home;

import dev.spindle.ui.common.Shown;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** Controller of ClosingView.fxml: the bar that asks before a running rip is closed. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class ClosingController {
    private final ClosingViewModel model;

    @FXML private Node bar;
    @FXML private Label question;
    @FXML private Button keep;
    @FXML private Button confirm;

    public ClosingController(ClosingViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        var asking = model.stageProperty().isEqualTo(ClosingViewModel.Stage.ASKING);
        var waiting = model.stageProperty().isEqualTo(ClosingViewModel.Stage.WAITING);
        question.textProperty().bind(model.textProperty());
        Shown.when(bar, asking.or(waiting));
        Shown.when(keep, asking);
        Shown.when(confirm, asking);
        model.stageProperty().subscribe(this::show);
    }

    private void show(ClosingViewModel.Stage stage) {
        if (stage == ClosingViewModel.Stage.ASKING) {
            keep.requestFocus();
        }
    }

    @FXML
    private void keep() {
        model.keepOpen();
    }

    @FXML
    private void confirm() {
        model.confirm();
    }
}
