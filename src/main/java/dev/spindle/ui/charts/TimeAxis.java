package dev.spindle.ui.charts;

import java.util.stream.DoubleStream;

/**
 * Places moments on a horizontal axis; the charts share one, so that they can be read together.
 *
 * @param startSeconds at its left end
 * @param endSeconds at its right end
 * @param left where it begins, in pixels
 * @param width in pixels
 */
record TimeAxis(double startSeconds, double endSeconds, double left, double width) {
    private static final double LEAST_TICK_DISTANCE = 80;
    private static final double LONGEST_STEP = 28_800;
    private static final double[] STEPS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, LONGEST_STEP
    };

    TimeAxis {
        if (!(endSeconds > startSeconds)) {
            throw new IllegalArgumentException("no time: " + startSeconds + " to " + endSeconds);
        }
    }

    double x(double seconds) {
        return left + width * Math.clamp((seconds - startSeconds) / lengthSeconds(), 0, 1);
    }

    double lengthSeconds() {
        return endSeconds - startSeconds;
    }

    /** The moment at a place; outside of the axis that of its nearest end. */
    double seconds(double x) {
        return startSeconds + lengthSeconds() * Math.clamp((x - left) / width, 0, 1);
    }

    double right() {
        return left + width;
    }

    /** Moments that deserve a label. */
    double[] ticks() {
        double least = LEAST_TICK_DISTANCE * lengthSeconds() / width;
        double step =
                DoubleStream.of(STEPS)
                        .filter(s -> s >= least)
                        .findFirst()
                        .orElse(Math.ceil(least / LONGEST_STEP) * LONGEST_STEP);
        double first = Math.ceil(startSeconds / step) * step;
        return DoubleStream.iterate(first, s -> s <= endSeconds, s -> s + step).toArray();
    }
}
