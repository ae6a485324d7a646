package dev.spindle.timeline;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** Makes points of the charts out of samples: one for each interval. One owner. */
final class PointMaker {
    private @Nullable Sample last;
    private @Nullable Sample pointStart;
    private double lowestReadRate = Double.MAX_VALUE;
    private long highestUnconfirmed;

    /**
     * Takes a sample.
     *
     * @return the point that it completes
     */
    Optional<ChartPoint> add(Sample sample, double intervalSeconds) {
        highestUnconfirmed = Math.max(highestUnconfirmed, sample.unconfirmedBytes());
        if (last == null || pointStart == null) {
            pointStart = sample;
            last = sample;
            return Optional.empty();
        }
        if (sample.seconds() <= last.seconds()) {
            // No time has passed, so there is no rate; the next sample has these bytes too.
            return Optional.empty();
        }
        long bytes = sample.readBytes() - last.readBytes();
        lowestReadRate = Math.min(lowestReadRate, rate(last.seconds(), sample.seconds(), bytes));
        last = sample;
        return sample.seconds() - pointStart.seconds() >= intervalSeconds
                ? Optional.of(close(pointStart, sample))
                : Optional.empty();
    }

    /** The point that is not complete yet. */
    Optional<ChartPoint> growing() {
        return last != null && pointStart != null && last.seconds() > pointStart.seconds()
                ? Optional.of(point(pointStart, last))
                : Optional.empty();
    }

    private ChartPoint close(Sample from, Sample to) {
        var point = point(from, to);
        pointStart = to;
        lowestReadRate = Double.MAX_VALUE;
        highestUnconfirmed = to.unconfirmedBytes();
        return point;
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

    private static double rate(double start, double end, long bytes) {
        return end > start ? Math.max(0, bytes) / (end - start) : 0;
    }
}
