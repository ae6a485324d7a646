package dev.spindle.ui.rippage;

import dev.spindle.ui.common.Shown;
import dev.spindle.ui.rip.RipViewModel;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Controller of RipView.fxml. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class RipController {
    private static final double SIDE_SHARE = 0.34;
    private static final double SIDE_LEAST = 216;
    private static final double SIDE_MOST = 360;

    private final RipViewModel model;

    @FXML private Region root;
    @FXML private Region side;
    @FXML private Node progress;
    @FXML private Node verdict;

    public RipController(RipViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        var ended = model.stateProperty().isEqualTo(RipViewModel.State.ENDED);
        Shown.when(progress, ended.not());
        Shown.when(verdict, ended);
        var width =
                Bindings.max(
                        SIDE_LEAST,
                        Bindings.min(SIDE_MOST, root.widthProperty().multiply(SIDE_SHARE)));
        side.prefWidthProperty().bind(width);
        side.minWidthProperty().bind(width);
    }
}
