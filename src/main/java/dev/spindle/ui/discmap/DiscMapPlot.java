package dev.spindle.ui.discmap;

import dev.spindle.rescue.DiscMap;
import dev.spindle.ui.charts.Ink;
import dev.spindle.ui.charts.Painted;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;

/** The picture of the disc, on a canvas. */
public final class DiscMapPlot extends Painted {
    /** Room for the frames of cells at the edge. */
    private static final double MARGIN = 2;

    /** With less, the signs in the cells would not be seen. */
    private static final double LEAST_PITCH = 6;

    private final CellShapes shapes = new CellShapes(this::ink);
    private DiscMap map = DiscMap.none();
    private int chosen = -1;

    public DiscMapPlot() {
        getStyleClass().add("disc-map-plot");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        minHeightProperty().bind(widthProperty().map(DiscMapPlot::leastHeight));
    }

    private static double leastHeight(Number width) {
        double inner = width.doubleValue() - 2 * MARGIN;
        return inner < LEAST_PITCH
                ? 0
                : Grid.heightFor(DiscMap.MOST_CELLS, inner, LEAST_PITCH) + 2 * MARGIN;
    }

    /** Shows a map; {@code chosen} is the cell that is told about, or -1. */
    void show(DiscMap newMap, int newChosen) {
        if (!map.equals(newMap) || chosen != newChosen) {
            map = newMap;
            chosen = newChosen;
            repaint();
        }
    }

    /** The cell at a place of this picture; -1 where there is none. */
    int cellAt(double x, double y) {
        return grid().at(x - MARGIN, y - MARGIN);
    }

    /** Cells in a line. */
    int columns() {
        return grid().columns();
    }

    private Grid grid() {
        return grid(getWidth(), getHeight());
    }

    private Grid grid(double width, double height) {
        return Grid.fit(map.cells().size(), width - 2 * MARGIN, height - 2 * MARGIN);
    }

    @Override
    protected void paint(GraphicsContext pen, double width, double height) {
        var grid = grid(width, height);
        for (int cell = 0; cell < map.cells().size(); cell++) {
            shapes.paint(
                    pen,
                    map.cells().get(cell).state(),
                    MARGIN + grid.x(cell),
                    MARGIN + grid.y(cell),
                    grid.pitch());
        }
        frame(pen, Ink.HEAD, map.headCell(), grid);
        frame(pen, Ink.CURSOR, chosen, grid);
    }

    private void frame(GraphicsContext pen, Ink ink, int cell, Grid grid) {
        if (cell >= 0 && cell < map.cells().size()) {
            shapes.frame(pen, ink, MARGIN + grid.x(cell), MARGIN + grid.y(cell), grid.pitch());
        }
    }
}
