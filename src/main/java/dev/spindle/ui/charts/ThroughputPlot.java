package dev.spindle.ui.charts;

import dev.spindle.timeline.ChartPoint;
import dev.spindle.ui.common.Texts;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineJoin;

import java.util.function.ToDoubleFunction;

/** Read, written and confirmed megabytes a second, with the stalls behind them. */
public final class ThroughputPlot extends Plot {
    private static final double MEGA = 1e6;
    private static final double SPREAD_SHADE = 0.22;

    private final StallBands bands = new StallBands(this);

    public ThroughputPlot() {
        super(false);
    }

    @Override
    void paint(GraphicsContext pen, ChartData now, TimeAxis time, double bottom) {
        double top = StallBands.LETTER_LANE + HALF_LABEL_HEIGHT;
        var values = ValueAxis.decimal(now.highestRate() / MEGA, top, bottom - top);
        bands.paint(pen, now.stalls(), time, bottom);
        pen.setFont(LABELS);
        paintValueGrid(pen, time, values);
        paintSpread(pen, now, time, values);
        pen.setLineJoin(StrokeLineJoin.ROUND);
        LineStyle.WRITTEN.applyTo(pen, this);
        line(pen, now, time, values, ChartPoint::writtenRate);
        LineStyle.CONFIRMED.applyTo(pen, this);
        line(pen, now, time, values, ChartPoint::confirmedRate);
        LineStyle.READ.applyTo(pen, this);
        line(pen, now, time, values, ChartPoint::readRate);
        pen.setLineDashes();
        marked().ifPresent(stall -> bands.paintMark(pen, stall, time, bottom));
        if (now.points().isEmpty()) {
            paintEmpty(pen, time, bottom, Texts.get("charts.plot.empty"));
        }
    }

    /** Where a point stands for many samples: between the mean and the lowest of them. */
    private void paintSpread(GraphicsContext pen, ChartData now, TimeAxis time, ValueAxis values) {
        if (now.points().isEmpty()) {
            return;
        }
        pen.setFill(ink(Ink.READ).deriveColor(0, 1, 1, SPREAD_SHADE));
        pen.beginPath();
        pen.moveTo(time.x(now.lineStart()), values.y(0));
        for (ChartPoint point : now.points()) {
            pen.lineTo(time.x(point.seconds()), values.y(point.readRate() / MEGA));
        }
        for (ChartPoint point : now.points().reversed()) {
            pen.lineTo(time.x(point.seconds()), values.y(point.readRateLow() / MEGA));
        }
        pen.closePath();
        pen.fill();
    }

    /** One line over all points. */
    static void line(
            GraphicsContext pen,
            ChartData now,
            TimeAxis time,
            ValueAxis values,
            ToDoubleFunction<ChartPoint> rate) {
        if (now.points().isEmpty()) {
            return;
        }
        pen.beginPath();
        var first = now.points().getFirst();
        pen.moveTo(time.x(now.lineStart()), values.y(rate.applyAsDouble(first) / MEGA));
        for (ChartPoint point : now.points()) {
            pen.lineTo(time.x(point.seconds()), values.y(rate.applyAsDouble(point) / MEGA));
        }
        pen.stroke();
    }
}
