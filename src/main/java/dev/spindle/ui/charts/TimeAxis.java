package dev.spindle.ui.charts;

import java.util.stream.DoubleStream;

/**
 * Places moments on a horizontal axis; the charts share one, so that they can be read together.
 *
 * @param endSeconds at its right end; it begins at 0
 * @param left where it begins, in pixels
 * @param width in pixels
 */
record TimeAxis(double endSeconds, double left, double width) {
    private static final double LEAST_TICK_DISTANCE = 80;
    private static final double LONGEST_STEP = 28_800;
    private static final double[] STEPS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, LONGEST_STEP
    };

    TimeAxis {
        if (!(endSeconds > 0)) {
            throw new IllegalArgumentException("no time: " + endSeconds);
        }
    }

    double x(double seconds) {
        return left + width * Math.clamp(seconds / endSeconds, 0, 1);
    }

    double right() {
        return left + width;
    }

    /** Moments that deserve a label. */
    double[] ticks() {
        double least = LEAST_TICK_DISTANCE * endSeconds / width;
        double step =
                DoubleStream.of(STEPS)
                        .filter(s -> s >= least)
                        .findFirst()
                        .orElse(Math.ceil(least / LONGEST_STEP) * LONGEST_STEP);
        return DoubleStream.iterate(0, s -> s <= endSeconds, s -> s + step).toArray();
    }
}
