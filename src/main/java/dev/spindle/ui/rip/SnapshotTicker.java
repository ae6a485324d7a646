package dev.spindle.ui.rip;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableBooleanValue;
import javafx.stage.Window;
import javafx.util.Duration;
import javafx.util.Subscription;

/** Pulls again and again, while the window shows and there is something to be pulled. */
public final class SnapshotTicker {
    /** Snapshots come ten times a second. */
    public static final Duration SNAPSHOT = Duration.millis(100);

    private final Timeline timeline;
    private final ObservableBooleanValue running;
    private final Window window;
    private final Subscription following;

    /** {@code running} says whether there is anything to be pulled. */
    public SnapshotTicker(
            Duration period, Runnable pull, ObservableBooleanValue running, Window window) {
        this.running = running;
        this.window = window;
        timeline = new Timeline(new KeyFrame(period, _ -> pull.run()));
        timeline.setCycleCount(Animation.INDEFINITE);
        following =
                window.showingProperty()
                        .subscribe(_ -> update())
                        .and(running.subscribe(_ -> update()));
    }

    /** Pulls no more, and lets go of the window. */
    public void close() {
        following.unsubscribe();
        timeline.stop();
    }

    private void update() {
        if (window.isShowing() && running.get()) {
            timeline.play();
        } else {
            timeline.stop();
        }
    }
}
