package dev.spindle.ui.rip;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableBooleanValue;
import javafx.stage.Window;
import javafx.util.Duration;

/** Pulls snapshots ten times a second, while the window shows and a rip runs. */
public final class SnapshotTicker {
    private static final Duration PERIOD = Duration.millis(100);

    private final Timeline timeline;
    private final ObservableBooleanValue running;
    private final Window window;

    /** {@code running} says whether there is anything to be pulled. */
    public SnapshotTicker(Runnable pull, ObservableBooleanValue running, Window window) {
        this.running = running;
        this.window = window;
        timeline = new Timeline(new KeyFrame(PERIOD, _ -> pull.run()));
        timeline.setCycleCount(Animation.INDEFINITE);
        window.showingProperty().subscribe(_ -> update());
        running.subscribe(_ -> update());
    }

    private void update() {
        if (window.isShowing() && running.get()) {
            timeline.play();
        } else {
            timeline.stop();
        }
    }
}
