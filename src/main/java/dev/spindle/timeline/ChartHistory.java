package dev.spindle.timeline;

import org.jspecify.annotations.Nullable;

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
    private double startSeconds;
    private @Nullable Sample last;
    private @Nullable Sample pointStart;
    private double lowestReadRate = Double.MAX_VALUE;
    private long highestUnconfirmed;

    public void add(Sample sample) {
        highestUnconfirmed = Math.max(highestUnconfirmed, sample.unconfirmedBytes());
        if (last == null || pointStart == null) {
            startSeconds = sample.seconds();
            pointStart = sample;
            last = sample;
            return;
        }
        if (sample.seconds() <= last.seconds()) {
            // No time has passed, so there is no rate; the next sample has these bytes too.
            return;
        }
        long bytes = sample.readBytes() - last.readBytes();
        lowestReadRate = Math.min(lowestReadRate, rate(last.seconds(), sample.seconds(), bytes));
        last = sample;
        if (sample.seconds() - pointStart.seconds() >= intervalSeconds) {
            close(pointStart, sample);
        }
    }

    /** All points, oldest first, the one that is still growing included. */
    public List<ChartPoint> points() {
        var all = new ArrayList<>(points);
        if (last != null && pointStart != null && last.seconds() > pointStart.seconds()) {
            all.add(point(pointStart, last));
        }
        return List.copyOf(all);
    }

    private void close(Sample from, Sample to) {
        points.add(point(from, to));
        pointStart = to;
        lowestReadRate = Double.MAX_VALUE;
        highestUnconfirmed = to.unconfirmedBytes();
        if (points.size() >= MOST_POINTS) {
            halve();
        }
    }

    private ChartPoint point(Sample from, Sample to) {
        double start = from.seconds();
        double end = to.seconds();
        double readRate = rate(start, end, to.readBytes() - from.readBytes());
        return new ChartPoint(
                end,
                readRate,
                Math.min(readRate, lowestReadRate),
                rate(start, end, to.writtenBytes() - from.writtenBytes()),
                rate(start, end, to.confirmedBytes() - from.confirmedBytes()),
                to.chunkBytes(),
                highestUnconfirmed);
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

    private static double rate(double start, double end, long bytes) {
        return end > start ? Math.max(0, bytes) / (end - start) : 0;
    }
}
