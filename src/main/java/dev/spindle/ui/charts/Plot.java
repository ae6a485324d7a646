package dev.spindle.ui.charts;

import dev.spindle.timeline.Stall;
import dev.spindle.ui.common.Numbers;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import java.util.Optional;
import java.util.OptionalDouble;

/** A chart over time: the frame, the grid and the labels that all charts have. */
abstract class Plot extends Painted {
    static final double LEFT = 48;
    static final double RIGHT = 8;
    static final double TIME_LABELS_HEIGHT = 20;
    static final double HALF_LABEL_HEIGHT = 7;
    private static final double LABEL_GAP = 8;
    private static final double LEAST_LABEL_DISTANCE = 13;
    static final Font LABELS = Font.font(11);

    private final boolean hasTimeLabels;
    private ChartData data = ChartData.none();
    private OptionalDouble cursor = OptionalDouble.empty();
    private Optional<Stall> marked = Optional.empty();

    Plot(boolean hasTimeLabels) {
        this.hasTimeLabels = hasTimeLabels;
    }

    /**
     * Shows charts.
     *
     * @param newCursor the moment of the crosshair
     * @param newMarked a stall that the user looks for
     */
    final void show(ChartData newData, OptionalDouble newCursor, Optional<Stall> newMarked) {
        data = newData;
        cursor = newCursor;
        marked = newMarked;
        repaint();
    }

    final Optional<Stall> marked() {
        return marked;
    }

    /** The moment at a place of this chart. */
    final double secondsAt(double x) {
        return axis(getWidth()).seconds(x);
    }

    private TimeAxis axis(double width) {
        return new TimeAxis(
                data.startSeconds(), data.endSeconds(), LEFT, Math.max(1, width - LEFT - RIGHT));
    }

    /** Paints the lines; {@code bottom} is where the plot's area ends. */
    abstract void paint(GraphicsContext pen, ChartData now, TimeAxis time, double bottom);

    @Override
    protected final void paint(GraphicsContext pen, double width, double height) {
        var time = axis(width);
        double bottom = height - (hasTimeLabels ? TIME_LABELS_HEIGHT : HALF_LABEL_HEIGHT);
        pen.setFont(LABELS);
        pen.setLineDashes();
        paintTimeGrid(pen, time, bottom);
        paint(pen, data, time, bottom);
        cursor.ifPresent(seconds -> paintCursor(pen, time, seconds, bottom));
    }

    private void paintCursor(GraphicsContext pen, TimeAxis time, double seconds, double bottom) {
        double x = sharp(time.x(seconds));
        pen.setLineDashes();
        pen.setLineWidth(1);
        pen.setStroke(ink(Ink.CURSOR));
        pen.strokeLine(x, 0, x, bottom);
    }

    final void paintEmpty(GraphicsContext pen, TimeAxis time, double bottom, String text) {
        pen.setFill(ink(Ink.TEXT));
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.CENTER);
        pen.fillText(text, LEFT + time.width() / 2, bottom / 2);
    }

    private void paintTimeGrid(GraphicsContext pen, TimeAxis time, double bottom) {
        pen.setLineWidth(1);
        for (double tick : time.ticks()) {
            double x = sharp(time.x(tick));
            pen.setStroke(ink(Ink.GRID));
            pen.strokeLine(x, 0, x, bottom);
            if (hasTimeLabels) {
                pen.setFill(ink(Ink.TEXT));
                pen.setTextAlign(
                        x > time.right() - 16 ? TextAlignment.RIGHT : TextAlignment.CENTER);
                pen.setTextBaseline(VPos.BOTTOM);
                pen.fillText(Numbers.clock(tick), x, bottom + TIME_LABELS_HEIGHT - 2);
            }
        }
    }

    final void paintValueGrid(GraphicsContext pen, TimeAxis time, ValueAxis values) {
        pen.setLineWidth(1);
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.setTextBaseline(VPos.CENTER);
        int step = values.height() / values.tickCount() < LEAST_LABEL_DISTANCE ? 2 : 1;
        for (int i = 0; i <= values.tickCount(); i += step) {
            double y = sharp(values.y(values.tick(i)));
            pen.setStroke(ink(Ink.GRID));
            pen.strokeLine(LEFT, y, time.right(), y);
            pen.setFill(ink(Ink.TEXT));
            pen.fillText(Numbers.tick(values.tick(i)), LEFT - LABEL_GAP, y);
        }
    }

    /** Lines of one pixel are sharp in the middle of pixels. */
    static double sharp(double position) {
        return Math.floor(position) + 0.5;
    }
}
