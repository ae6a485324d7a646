package dev.spindle.ui.charts;

import dev.spindle.timeline.WaitPoint;
import dev.spindle.ui.common.Texts;

import javafx.scene.canvas.GraphicsContext;

import java.util.function.ToDoubleFunction;

/**
 * How long each chunk was waited for: a dot for each wait, and the percentiles of the latest ones.
 * The axis counts decades, because a stall is a thousand times as long as a usual wait.
 */
public final class WaitPlot extends Plot {
    private static final double MILLIS = 1000;
    private static final double LOWEST_MILLIS = 1;
    private static final double DOT = 3;
    private static final double SHADE = 0.7;

    public WaitPlot() {
        super(true);
    }

    @Override
    void paint(GraphicsContext pen, ChartData now, TimeAxis time, double bottom) {
        var values =
                ValueAxis.decades(
                        LOWEST_MILLIS,
                        now.longestWaitSeconds() * MILLIS,
                        HALF_LABEL_HEIGHT,
                        bottom - HALF_LABEL_HEIGHT);
        paintValueGrid(pen, time, values);
        if (now.waits().isEmpty()) {
            if (!now.points().isEmpty()) {
                paintEmpty(pen, time, bottom, Texts.get("charts.wait.empty"));
            }
            return;
        }
        paintDots(pen, now, time, values);
        LineStyle.P50.applyTo(pen, this);
        line(pen, now, time, values, WaitPoint::p50Seconds);
        LineStyle.P95.applyTo(pen, this);
        line(pen, now, time, values, WaitPoint::p95Seconds);
        pen.setLineDashes();
    }

    /** Where a point stands for many waits, the shortest and the longest, and what joins them. */
    private void paintDots(GraphicsContext pen, ChartData now, TimeAxis time, ValueAxis values) {
        pen.setFill(ink(Ink.WAIT).deriveColor(0, 1, 1, SHADE));
        for (WaitPoint point : now.waits()) {
            double x = time.x(point.seconds());
            double high = values.y(point.highSeconds() * MILLIS);
            dot(pen, x, high);
            if (point.lowSeconds() < point.highSeconds()) {
                double low = values.y(point.lowSeconds() * MILLIS);
                dot(pen, x, low);
                pen.fillRect(Math.floor(x), high, 1, low - high);
            }
        }
    }

    /** A square: too small for its corners to be seen, and filled without tracing an outline. */
    static void dot(GraphicsContext pen, double x, double y) {
        pen.fillRect(Math.rint(x - DOT / 2), Math.rint(y - DOT / 2), DOT, DOT);
    }

    private static void line(
            GraphicsContext pen,
            ChartData now,
            TimeAxis time,
            ValueAxis values,
            ToDoubleFunction<WaitPoint> seconds) {
        pen.beginPath();
        var first = now.waits().getFirst();
        pen.moveTo(time.x(first.seconds()), values.y(seconds.applyAsDouble(first) * MILLIS));
        for (WaitPoint point : now.waits()) {
            pen.lineTo(time.x(point.seconds()), values.y(seconds.applyAsDouble(point) * MILLIS));
        }
        pen.stroke();
    }
}
