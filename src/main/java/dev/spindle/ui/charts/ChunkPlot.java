package dev.spindle.ui.charts;

import dev.spindle.timeline.ChartPoint;

import javafx.scene.canvas.GraphicsContext;

/**
 * The chunk size as a step line, over the bytes that were written and not confirmed, and below the
 * budget that bounds these.
 */
public final class ChunkPlot extends Plot {
    static final double AREA_SHADE = 0.30;
    private static final double MEBI = 1 << 20;

    public ChunkPlot() {
        super(false);
    }

    @Override
    void paint(GraphicsContext pen, ChartData now, TimeAxis time, double bottom) {
        var values =
                ValueAxis.binary(
                        now.highestOfChunks() / MEBI,
                        HALF_LABEL_HEIGHT,
                        bottom - HALF_LABEL_HEIGHT);
        paintValueGrid(pen, time, values);
        if (now.points().isEmpty()) {
            return;
        }
        paintUnconfirmed(pen, now, time, values);
        paintChunk(pen, now, time, values);
        if (now.budgetBytes() > 0) {
            double y = sharp(values.y(now.budgetBytes() / MEBI));
            LineStyle.BUDGET.applyTo(pen, this);
            pen.strokeLine(LEFT, y, time.right(), y);
            pen.setLineDashes();
        }
    }

    private void paintUnconfirmed(
            GraphicsContext pen, ChartData now, TimeAxis time, ValueAxis values) {
        pen.beginPath();
        pen.moveTo(time.x(now.lineStart()), values.y(0));
        for (ChartPoint point : now.points()) {
            pen.lineTo(time.x(point.seconds()), values.y(point.unconfirmedBytes() / MEBI));
        }
        pen.lineTo(time.x(now.points().getLast().seconds()), values.y(0));
        pen.closePath();
        pen.setFill(ink(Ink.UNCONFIRMED).deriveColor(0, 1, 1, AREA_SHADE));
        pen.fill();
        LineStyle.UNCONFIRMED.applyTo(pen, this);
        pen.stroke();
    }

    private void paintChunk(GraphicsContext pen, ChartData now, TimeAxis time, ValueAxis values) {
        double y = values.y(now.points().getFirst().chunkBytes() / MEBI);
        pen.beginPath();
        pen.moveTo(time.x(now.lineStart()), y);
        for (ChartPoint point : now.points()) {
            pen.lineTo(time.x(point.seconds()), y);
            y = values.y(point.chunkBytes() / MEBI);
            pen.lineTo(time.x(point.seconds()), y);
        }
        LineStyle.CHUNK.applyTo(pen, this);
        pen.stroke();
    }
}
