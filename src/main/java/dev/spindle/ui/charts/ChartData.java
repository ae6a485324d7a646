package dev.spindle.ui.charts;

import dev.spindle.rip.RipSnapshot;
import dev.spindle.timeline.ChartPoint;
import dev.spindle.timeline.Stall;
import dev.spindle.timeline.WaitPoint;
import dev.spindle.writeback.PolicyStatus;

import java.util.List;

/**
 * What the charts draw.
 *
 * @param startSeconds where the axis begins
 * @param endSeconds the latest moment
 * @param budgetBytes the most that may be unconfirmed; 0 where nothing bounds it
 */
record ChartData(
        List<ChartPoint> points,
        List<WaitPoint> waits,
        List<Stall> stalls,
        double startSeconds,
        double endSeconds,
        long budgetBytes) {
    /** An axis shorter than this would race along at the start of a rip. */
    private static final double SHORTEST_SECONDS = 10;

    static ChartData none() {
        return new ChartData(List.of(), List.of(), List.of(), 0, SHORTEST_SECONDS, 0);
    }

    static ChartData of(RipSnapshot now, Zoom zoom) {
        double end = Math.max(SHORTEST_SECONDS, now.sample().seconds());
        if (!now.chart().isEmpty()) {
            end = Math.max(end, now.chart().getLast().seconds());
        }
        if (!now.waits().isEmpty()) {
            end = Math.max(end, now.waits().getLast().seconds());
        }
        // What came after the image, as a move, has stalls and no lines.
        for (Stall stall : now.stalls()) {
            end = Math.max(end, stall.startSeconds() + stall.seconds());
        }
        double start = Math.max(0, end - zoom.seconds());
        long budget = now.writeback().map(PolicyStatus::budgetBytes).orElse(0L);
        return new ChartData(
                zoom.points(now), zoom.waits(now), within(now.stalls(), start), start, end, budget);
    }

    private static List<Stall> within(List<Stall> stalls, double start) {
        return stalls.stream().filter(s -> s.startSeconds() + s.seconds() > start).toList();
    }

    /** Where lines begin: at the start of the rip, or with the first point that there is. */
    double lineStart() {
        return startSeconds > 0 && !points.isEmpty() ? points.getFirst().seconds() : startSeconds;
    }

    double highestRate() {
        return points.stream()
                .mapToDouble(
                        p -> Math.max(p.readRate(), Math.max(p.writtenRate(), p.confirmedRate())))
                .max()
                .orElse(0);
    }

    private long highestBytes() {
        return points.stream()
                .mapToLong(p -> Math.max(p.chunkBytes(), p.unconfirmedBytes()))
                .max()
                .orElse(0);
    }

    /** What the axis of the chunks has to hold: the budget, too, so that its line is there. */
    long highestOfChunks() {
        return Math.max(highestBytes(), budgetBytes);
    }

    double longestWaitSeconds() {
        return waits.stream().mapToDouble(WaitPoint::highSeconds).max().orElse(0);
    }
}
