package dev.spindle.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * The charts' points of a whole rip, never more than 600: when there are more, two neighbours
 * become one, which keeps the lowest rate and the highest backlog of both. One owner.
 */
public final class ChartHistory {
    static final int MOST_POINTS = 600;
    private static final double FIRST_INTERVAL_SECONDS = 0.2;

    private final List<ChartPoint> points = new ArrayList<>();
    private double intervalSeconds = FIRST_INTERVAL_SECONDS;
    private final PointMaker maker = new PointMaker();
    private double startSeconds = Double.NaN;

    public void add(Sample sample) {
        if (Double.isNaN(startSeconds)) {
            startSeconds = sample.seconds();
        }
        maker.add(sample, intervalSeconds).ifPresent(this::keep);
    }

    /** All points, oldest first, the one that is still growing included. */
    public List<ChartPoint> points() {
        var all = new ArrayList<>(points);
        maker.growing().ifPresent(all::add);
        return List.copyOf(all);
    }

    private void keep(ChartPoint point) {
        points.add(point);
        if (points.size() >= MOST_POINTS) {
            halve();
        }
    }

    private void halve() {
        var merged = new ArrayList<ChartPoint>(points.size() / 2);
        double start = startSeconds;
        for (int i = 0; i + 1 < points.size(); i += 2) {
            merged.add(merge(start, points.get(i), points.get(i + 1)));
            start = points.get(i + 1).seconds();
        }
        points.clear();
        points.addAll(merged);
        intervalSeconds *= 2;
    }

    private static ChartPoint merge(double start, ChartPoint a, ChartPoint b) {
        double first = a.seconds() - start;
        double second = b.seconds() - a.seconds();
        double whole = Math.max(first + second, 1e-9);
        return new ChartPoint(
                b.seconds(),
                (a.readRate() * first + b.readRate() * second) / whole,
                Math.min(a.readRateLow(), b.readRateLow()),
                (a.writtenRate() * first + b.writtenRate() * second) / whole,
                (a.confirmedRate() * first + b.confirmedRate() * second) / whole,
                b.chunkBytes(),
                Math.max(a.unconfirmedBytes(), b.unconfirmedBytes()));
    }
}
