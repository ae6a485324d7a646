package dev.spindle.ui.rip;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.stage.Window;
import javafx.util.Duration;

/** Pulls a snapshot ten times a second, while the window shows and a rip runs. */
public final class SnapshotTicker {
    private static final Duration PERIOD = Duration.millis(100);

    private final Timeline timeline;
    private final RipViewModel model;
    private final Window window;

    public SnapshotTicker(RipViewModel model, Window window) {
        this.model = model;
        this.window = window;
        timeline = new Timeline(new KeyFrame(PERIOD, _ -> model.pull()));
        timeline.setCycleCount(Animation.INDEFINITE);
        window.showingProperty().subscribe(_ -> update());
        model.stateProperty().subscribe(_ -> update());
    }

    private void update() {
        if (window.isShowing() && model.isRunning()) {
            timeline.play();
        } else {
            timeline.stop();
        }
    }
}
