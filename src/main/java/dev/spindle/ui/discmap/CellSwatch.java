package dev.spindle.ui.discmap;

import dev.spindle.rescue.DiscMap.State;
import dev.spindle.ui.charts.Ink;
import dev.spindle.ui.charts.Painted;

import javafx.scene.canvas.GraphicsContext;

/** A cell of the map, for its legend. */
public final class CellSwatch extends Painted {
    private static final double SIZE = 12;
    static final String HEAD = "HEAD";

    private String sample = "";

    public CellSwatch() {
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
    }

    /** A constant of {@link State}, or {@code HEAD}. */
    public String getSample() {
        return sample;
    }

    public void setSample(String name) {
        sample = name;
        requestLayout();
    }

    @Override
    protected void paint(GraphicsContext pen, double width, double height) {
        var shapes = new CellShapes(this::ink);
        if (sample.equals(HEAD)) {
            shapes.frame(pen, Ink.HEAD, 2, 2, SIZE - 3);
        }
        for (State state : State.values()) {
            if (state.name().equals(sample)) {
                shapes.paint(pen, state, 1, 1, SIZE - 1);
            }
        }
    }
}
