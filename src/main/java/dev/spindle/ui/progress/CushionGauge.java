package dev.spindle.ui.progress;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

import java.util.List;

/** A bar as long as the cushion; words beside it say the same. */
public final class CushionGauge extends Region {
    private final Region track = new Region();
    private final Region bar = new Region();
    private double share;

    public CushionGauge() {
        getStyleClass().add("cushion-gauge");
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        track.getStyleClass().add("track");
        bar.getStyleClass().add("bar");
        track.setManaged(false);
        bar.setManaged(false);
        getChildren().addAll(List.of(track, bar));
    }

    public void show(Cushion now) {
        now.level().tone().applyTo(this);
        setAccessibleText(now.spoken());
        share = now.freeShare();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        track.resizeRelocate(0, 0, getWidth(), getHeight());
        bar.resizeRelocate(0, 0, snapSizeX(getWidth() * share), getHeight());
    }
}
