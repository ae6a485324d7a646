package dev.spindle.ui.discmap;

import dev.spindle.rescue.DiscMap.State;
import dev.spindle.ui.charts.Ink;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

import java.util.function.Function;

/** Paints cells; each state has a shape of its own, so that no colours have to be told apart. */
final class CellShapes {
    /** Between cells that are large enough to have it. */
    private static final double GAP = 1;

    private static final double LEAST_WITH_GAP = 5;
    private static final double HOLE_SHARE = 0.4;
    private static final double BAR_SHARE = 0.3;
    private static final double MARK_WIDTH = 1.5;

    private final Function<Ink, Color> inks;

    CellShapes(Function<Ink, Color> inks) {
        this.inks = inks;
    }

    /** A cell with its left upper corner here. */
    void paint(GraphicsContext pen, State state, double x, double y, double pitch) {
        double size = size(pitch);
        switch (state) {
            case NOT_TRIED -> outline(pen, x, y, size);
            case STARTED -> {
                outline(pen, x, y, size);
                pen.setFill(inks.apply(Ink.FINISHED));
                pen.fillRect(x, y + size / 2, size, size / 2);
            }
            case FINISHED -> fill(pen, Ink.FINISHED, x, y, size);
            case TRIMMED -> {
                fill(pen, Ink.TRIMMED, x, y, size);
                mark(pen, x, y, size, 1, BAR_SHARE);
            }
            case SCRAPED -> {
                fill(pen, Ink.SCRAPED, x, y, size);
                mark(pen, x, y, size, BAR_SHARE, 1);
            }
            case RETRIED -> {
                fill(pen, Ink.RETRIED, x, y, size);
                mark(pen, x, y, size, HOLE_SHARE, HOLE_SHARE);
            }
            case SKIPPED -> {
                fill(pen, Ink.SKIPPED, x, y, size);
                stroke(pen, Ink.LETTER);
                pen.strokeLine(x + 1, y + size - 1, x + size - 1, y + 1);
            }
            case BAD -> {
                fill(pen, Ink.BAD, x, y, size);
                stroke(pen, Ink.LETTER);
                pen.strokeLine(x + 1, y + size - 1, x + size - 1, y + 1);
                pen.strokeLine(x + 1, y + 1, x + size - 1, y + size - 1);
            }
        }
    }

    /** A frame around a cell. */
    void frame(GraphicsContext pen, Ink ink, double x, double y, double pitch) {
        pen.setStroke(inks.apply(ink));
        pen.setLineWidth(2);
        pen.strokeRect(x - 1, y - 1, size(pitch) + 2, size(pitch) + 2);
    }

    private static double size(double pitch) {
        return pitch >= LEAST_WITH_GAP ? pitch - GAP : pitch;
    }

    private void outline(GraphicsContext pen, double x, double y, double size) {
        pen.setStroke(inks.apply(Ink.OPEN));
        pen.setLineWidth(1);
        pen.strokeRect(x + 0.5, y + 0.5, size - 1, size - 1);
    }

    private void fill(GraphicsContext pen, Ink ink, double x, double y, double size) {
        pen.setFill(inks.apply(ink));
        pen.fillRect(x, y, size, size);
    }

    /** A light bar or hole in the middle, as shares of the cell. */
    private void mark(
            GraphicsContext pen, double x, double y, double size, double width, double height) {
        pen.setFill(inks.apply(Ink.LETTER));
        pen.fillRect(
                x + size * (1 - width) / 2,
                y + size * (1 - height) / 2,
                size * width,
                size * height);
    }

    private void stroke(GraphicsContext pen, Ink ink) {
        pen.setStroke(inks.apply(ink));
        pen.setLineWidth(MARK_WIDTH);
    }
}
