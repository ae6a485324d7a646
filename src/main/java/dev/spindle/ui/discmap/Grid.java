package dev.spindle.ui.discmap;

/**
 * Lays cells out in lines of equal squares, from the left and from the top. Pure.
 *
 * @param count how many cells
 * @param columns cells in a line
 * @param pitch width and height of a cell with the gap behind it, in pixels; 0 without room
 */
record Grid(int count, int columns, double pitch) {
    /** The largest squares with which all fit. */
    static Grid fit(int count, double width, double height) {
        if (count <= 0 || width < 1 || height < 1) {
            return new Grid(Math.max(0, count), 1, 0);
        }
        double best = 0;
        int columns = 1;
        for (int tried = 1; tried <= count; tried++) {
            int rows = Math.ceilDiv(count, tried);
            double pitch = Math.min(width / tried, height / rows);
            if (pitch > best) {
                best = pitch;
                columns = tried;
            }
        }
        return new Grid(count, columns, best);
    }

    /** The height at which so many cells are large enough for their signs, in pixels. */
    static double heightFor(int count, double width, double leastPitch) {
        double columns = Math.max(1, Math.floor(width / leastPitch));
        return Math.ceil(count / columns) * leastPitch;
    }

    double x(int cell) {
        return cell % columns * pitch;
    }

    double y(int cell) {
        return Math.floorDiv(cell, columns) * pitch;
    }

    /** The cell at a place; -1 where there is none. */
    int at(double x, double y) {
        if (pitch <= 0 || x < 0 || y < 0 || x >= columns * pitch) {
            return -1;
        }
        int cell = ((int) (y / pitch)) * columns + (int) (x / pitch);
        return cell < count ? cell : -1;
    }
}
