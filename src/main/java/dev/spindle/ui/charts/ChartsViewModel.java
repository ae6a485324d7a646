package dev.spindle.ui.charts;

import dev.spindle.rip.RipSnapshot;
import dev.spindle.timeline.Stall;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.rip.RipViewModel;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import java.util.Optional;
import java.util.OptionalDouble;

/** What the charts show: how much time, which moment, which stall. For the interface thread. */
final class ChartsViewModel {
    /** A step of the crosshair by keyboard, as a share of the time that is shown. */
    private static final double STEP_SHARE = 1 / 100.0;

    /**
     * One picture of the charts.
     *
     * @param cursor the moment of the crosshair
     * @param marked the stall that was chosen in the list
     * @param readout the values at the crosshair, or what it is for
     */
    record Picture(ChartData data, OptionalDouble cursor, Optional<Stall> marked, String readout) {}

    private final RipViewModel rip;
    private final ObjectProperty<Zoom> zoom = new SimpleObjectProperty<>(Zoom.ALL);
    private final ReadOnlyObjectWrapper<Picture> picture = new ReadOnlyObjectWrapper<>();
    private OptionalDouble cursor = OptionalDouble.empty();
    private Optional<Stall> marked = Optional.empty();

    ChartsViewModel(RipViewModel rip) {
        this.rip = rip;
        draw();
        rip.snapshotProperty()
                .addListener((_, _, now) -> {
                    if (now.isEmpty()) {
                        cursor = OptionalDouble.empty();
                        marked = Optional.empty();
                    }
                    draw();
                });
        zoom.addListener((_, _, _) -> draw());
        rip.chosenStallProperty().addListener((_, _, chosen) -> chosen.ifPresent(this::jumpTo));
    }

    ObjectProperty<Zoom> zoomProperty() {
        return zoom;
    }

    ReadOnlyObjectProperty<Picture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** Puts the crosshair on a moment. */
    void pointAt(double seconds) {
        cursor = OptionalDouble.of(seconds);
        draw();
    }

    /** Takes the crosshair and the mark away. */
    void pointNowhere() {
        cursor = OptionalDouble.empty();
        marked = Optional.empty();
        draw();
    }

    /** Moves the crosshair, which begins at the latest moment. */
    void step(int steps) {
        var data = picture.get().data();
        double length = data.endSeconds() - data.startSeconds();
        double from = cursor.orElse(data.endSeconds());
        pointAt(
                Math.clamp(
                        from + steps * length * STEP_SHARE,
                        data.startSeconds(),
                        data.endSeconds()));
    }

    private void jumpTo(Stall stall) {
        marked = Optional.of(stall);
        cursor = OptionalDouble.of(stall.startSeconds() + stall.seconds() / 2);
        snapshot()
                .ifPresent(now -> {
                    double end = ChartData.of(now, Zoom.ALL).endSeconds();
                    zoom.set(Zoom.on(stall, end, now.closeUps()));
                });
        draw();
    }

    private Optional<RipSnapshot> snapshot() {
        return rip.snapshotProperty().get();
    }

    private void draw() {
        var data = snapshot().map(s -> ChartData.of(s, zoom.get())).orElse(ChartData.none());
        // What was pointed at wanders out of the axis to the left while time goes on.
        var at = cursor.stream().filter(when -> when >= data.startSeconds()).findFirst();
        picture.set(
                new Picture(
                        data,
                        at,
                        marked,
                        at.isPresent()
                                ? ChartReadout.at(data, at.getAsDouble())
                                : Texts.get("charts.cursor.hint")));
    }
}
