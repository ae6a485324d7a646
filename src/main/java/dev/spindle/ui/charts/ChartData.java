package dev.spindle.ui.charts;

import dev.spindle.rip.RipSnapshot;
import dev.spindle.timeline.ChartPoint;
import dev.spindle.timeline.Stall;

import java.util.List;

/**
 * What the charts draw.
 *
 * @param endSeconds the latest moment
 */
record ChartData(List<ChartPoint> points, List<Stall> stalls, double endSeconds) {
    /** An axis shorter than this would race along at the start of a rip. */
    private static final double SHORTEST_SECONDS = 10;

    static ChartData none() {
        return new ChartData(List.of(), List.of(), SHORTEST_SECONDS);
    }

    static ChartData of(RipSnapshot now) {
        double end = Math.max(SHORTEST_SECONDS, now.sample().seconds());
        if (!now.chart().isEmpty()) {
            end = Math.max(end, now.chart().getLast().seconds());
        }
        return new ChartData(now.chart(), now.stalls(), end);
    }

    double highestRate() {
        return points.stream()
                .mapToDouble(
                        p -> Math.max(p.readRate(), Math.max(p.writtenRate(), p.confirmedRate())))
                .max()
                .orElse(0);
    }

    long highestBytes() {
        return points.stream()
                .mapToLong(p -> Math.max(p.chunkBytes(), p.unconfirmedBytes()))
                .max()
                .orElse(0);
    }
}
