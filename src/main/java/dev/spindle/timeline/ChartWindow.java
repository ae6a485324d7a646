package dev.spindle.timeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The charts' points of the latest time, finer than a whole rip's; at most 600. One owner. */
public final class ChartWindow {
    /** Samples come ten times a second; one that is early by a rounding error is not too early. */
    private static final double ROUNDING_SECONDS = 1e-6;

    private final double windowSeconds;
    private final PointMaker maker = new PointMaker();
    private final Deque<ChartPoint> points = new ArrayDeque<>();

    /** A window of this length that ends with the latest sample. */
    public ChartWindow(double windowSeconds) {
        this.windowSeconds = windowSeconds;
    }

    public void add(Sample sample) {
        double intervalSeconds = windowSeconds / ChartHistory.MOST_POINTS - ROUNDING_SECONDS;
        maker.add(sample, intervalSeconds).ifPresent(points::addLast);
        while (points.size() >= ChartHistory.MOST_POINTS || isTooOld(sample.seconds())) {
            points.removeFirst();
        }
    }

    /** All points, oldest first, the one that is still growing included. */
    public List<ChartPoint> points() {
        var all = new ArrayList<>(points);
        maker.growing().ifPresent(all::add);
        return List.copyOf(all);
    }

    private boolean isTooOld(double nowSeconds) {
        return !points.isEmpty() && nowSeconds - points.getFirst().seconds() > windowSeconds;
    }
}
