package dev.spindle.ui.charts;

import javafx.scene.canvas.GraphicsContext;

/** The lines of the charts; dashes tell them apart where colours don't. */
enum LineStyle {
    READ(Ink.READ, 2),
    WRITTEN(Ink.WRITTEN, 1.5),
    CONFIRMED(Ink.CONFIRMED, 2),
    CHUNK(Ink.CHUNK, 2),
    UNCONFIRMED(Ink.UNCONFIRMED, 1),
    BUDGET(Ink.BUDGET, 1.5),
    P50(Ink.P50, 1.5),
    P95(Ink.P95, 1.5);

    private final Ink ink;
    private final double width;

    LineStyle(Ink ink, double width) {
        this.ink = ink;
        this.width = width;
    }

    void applyTo(GraphicsContext pen, Painted painted) {
        pen.setStroke(painted.ink(ink));
        pen.setLineWidth(width);
        pen.setLineDashes(dashes());
    }

    private double[] dashes() {
        return switch (this) {
            case WRITTEN -> new double[] {3, 3};
            case CONFIRMED, P95 -> new double[] {8, 4};
            case BUDGET -> new double[] {2, 4};
            case READ, CHUNK, UNCONFIRMED, P50 -> new double[0];
        };
    }
}
