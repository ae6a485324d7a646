package dev.spindle.ui.home;

import dev.spindle.ui.common.Scrolling;
import dev.spindle.ui.rip.RipViewModel;
import dev.spindle.ui.rip.RipViewModel.State;

import javafx.fxml.FXML;
import javafx.scene.control.ScrollPane;

/** Controller of RipPageView.fxml: one for each rip, so that each keeps what was looked at. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class RipPageController {
    private final RipViewModel model;

    @FXML private ScrollPane root;

    public RipPageController(RipViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        Scrolling.paintDirectly(root);
        var ended = model.stateProperty().isEqualTo(State.ENDED);
        ended.addListener((_, _, _) -> root.setVvalue(0));
    }
}
