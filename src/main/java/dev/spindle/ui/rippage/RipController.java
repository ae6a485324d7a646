package dev.spindle.ui.rippage;

import dev.spindle.ui.common.Shown;
import dev.spindle.ui.rip.RipViewModel;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
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
    @FXML private Node sideSwitch;
    @FXML private Node tracks;
    @FXML private Node map;
    @FXML private ToggleButton tracksSwitch;
    @FXML private ToggleButton mapSwitch;

    public RipController(RipViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        var ended = model.stateProperty().isEqualTo(RipViewModel.State.ENDED);
        Shown.when(progress, ended.not());
        Shown.when(verdict, ended);
        offerTracks();
        var width =
                Bindings.max(
                        SIDE_LEAST,
                        Bindings.min(SIDE_MOST, root.widthProperty().multiply(SIDE_SHARE)));
        side.prefWidthProperty().bind(width);
        side.minWidthProperty().bind(width);
    }

    /** Of a disc with music its tracks are told first, and its map where that is asked for. */
    private void offerTracks() {
        var hasTracks =
                Bindings.createBooleanBinding(
                        () -> !model.tracksProperty().get().isEmpty(), model.tracksProperty());
        var choice = new ToggleGroup();
        choice.getToggles().setAll(tracksSwitch, mapSwitch);
        choice.selectToggle(tracksSwitch);
        // One of them is always chosen.
        choice.selectedToggleProperty()
                .addListener((_, before, now) -> {
                    if (now == null) {
                        choice.selectToggle(before);
                    }
                });
        Shown.when(sideSwitch, hasTracks);
        Shown.when(tracks, hasTracks.and(tracksSwitch.selectedProperty()));
        Shown.when(map, hasTracks.not().or(mapSwitch.selectedProperty()));
    }
}
