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
    private static final double[] STEPS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800
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
        double step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if (STEPS[i] / endSeconds * width >= LEAST_TICK_DISTANCE) {
                step = STEPS[i];
            }
        }
        double chosen = step;
        return DoubleStream.iterate(0, s -> s <= endSeconds, s -> s + chosen).toArray();
    }
}
