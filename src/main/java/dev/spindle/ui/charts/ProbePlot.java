package dev.spindle.ui.charts;

import dev.spindle.timeline.ChartPoint;
import dev.spindle.ui.common.Texts;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineJoin;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One pass of a destination test: the stream, what was written and confirmed, and the waits. */
public final class ProbePlot extends Plot {
    private static final double MEGA = 1e6;
    private static final double SHORTEST_SECONDS = 10;

    private final StallBands bands = new StallBands(this);
    private double highestRate;

    public ProbePlot() {
        super(true);
        setFocusTraversable(true);
    }

    /**
     * Shows a pass on axes that both passes share.
     *
     * @param endSeconds where the time axis ends
     * @param highest of the rates, in bytes a second
     */
    public void show(ProbeChart chart, double endSeconds, double highest) {
        highestRate = highest;
        var data =
                new ChartData(
                        chart.points(),
                        List.of(),
                        chart.stalls(),
                        0,
                        Math.max(SHORTEST_SECONDS, endSeconds),
                        0);
        show(data, OptionalDouble.empty(), Optional.empty());
    }

    @Override
    void paint(GraphicsContext pen, ChartData now, TimeAxis time, double bottom) {
        double top = StallBands.LETTER_LANE + HALF_LABEL_HEIGHT;
        var values = ValueAxis.decimal(highestRate / MEGA, top, bottom - top);
        bands.paint(pen, now.stalls(), time, bottom);
        pen.setFont(LABELS);
        paintValueGrid(pen, time, values);
        if (now.points().isEmpty()) {
            paintEmpty(pen, time, bottom, Texts.get("probe.plot.empty"));
            return;
        }
        pen.setLineJoin(StrokeLineJoin.ROUND);
        LineStyle.READ.applyTo(pen, this);
        ThroughputPlot.line(pen, now, time, values, ChartPoint::readRate);
        LineStyle.WRITTEN.applyTo(pen, this);
        ThroughputPlot.line(pen, now, time, values, ChartPoint::writtenRate);
        LineStyle.CONFIRMED.applyTo(pen, this);
        ThroughputPlot.line(pen, now, time, values, ChartPoint::confirmedRate);
        pen.setLineDashes();
    }
}
