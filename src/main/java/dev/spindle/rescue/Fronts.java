package dev.spindle.rescue;

import dev.spindle.rescue.ReadCommand.Pass;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * Finds where reading pays most: at the lower end of a run that was not read, shortly before its
 * upper end, or in its middle. Pure.
 */
final class Fronts {
    /** Runs from this length on are also begun in the middle. */
    private static final int SECTORS_TO_SPLIT = 16;

    private static final double POOR = 0.4;

    /** A sector far from the known end of its run is less certain to be like it. */
    private static final double DISTANT = 0.95;

    /** Work elsewhere must promise so much more than where the drive stands. */
    private static final double WORTH_LEAVING = 1.25;

    private final List<Segment> segments;
    private final long endLba;
    private final int strideSectors;
    private final ReadCosts costs;
    private final Set<Pass> allowed;
    private @Nullable Front best;

    /**
     * Looks at a map.
     *
     * @param strideSectors how far before the upper end of a run its reading begins at most
     */
    Fronts(
            List<Segment> segments,
            long endLba,
            int strideSectors,
            ReadCosts costs,
            Set<Pass> allowed) {
        this.segments = segments;
        this.endLba = endLba;
        this.strideSectors = strideSectors;
        this.costs = costs;
        this.allowed = allowed;
    }

    /**
     * The front that pays most; null where none is left.
     *
     * @param middleShare how often reads in the middle of runs went well lately
     */
    @Nullable Front best(Neighbours neighbours, double middleShare) {
        int first = 0;
        while (first < segments.size()) {
            int end = first;
            while (end < segments.size() && continues(first, end)) {
                end++;
            }
            if (end > first) {
                offer(first, end - 1, neighbours, middleShare);
            }
            first = Math.max(end, first + 1);
        }
        return best;
    }

    private boolean continues(int from, int to) {
        return segments.get(to).isUnread()
                && (to == from || segments.get(to - 1).endLba() == segments.get(to).firstLba());
    }

    private void offer(int first, int last, Neighbours neighbours, double middleShare) {
        var lower = segments.get(first);
        var upper = segments.get(last);
        double hopeBelow = neighbours.hope(segments, first, -1, endLba);
        double hopeAbove = neighbours.hope(segments, last, 1, endLba);
        long length = upper.endLba() - lower.firstLba();
        offer(lower.firstLba(), lower, hopeBelow);
        if (length > 1 && hopeAbove * DISTANT > hopeBelow) {
            long stride = Math.min(strideSectors, (length + 1) / 2);
            long from = Math.max(upper.firstLba(), upper.endLba() - stride);
            offer(from, upper, upper.endLba() - from > 1 ? hopeAbove * DISTANT : hopeAbove);
        }
        if (length >= SECTORS_TO_SPLIT && Math.max(hopeBelow, hopeAbove) < POOR) {
            long middle = lower.firstLba() + length / 2;
            for (int i = first; i <= last; i++) {
                if (segments.get(i).holds(middle)) {
                    offer(middle, segments.get(i), middleShare);
                }
            }
        }
    }

    private void offer(long lba, Segment within, double hope) {
        var pass = pass(within, hope);
        if (!allowed.contains(pass)) {
            return;
        }
        double bad = (1 - hope) * costs.badNanos();
        double promise = hope / (hope * costs.steady(1) + bad);
        if (lba != costs.positionLba()) {
            promise = hope / (hope * costs.steady(1) + bad + costs.jumpNanos()) / WORTH_LEAVING;
        }
        if (best == null || promise > best.sectorsPerNano()) {
            best = new Front(lba, within, pass, hope, promise);
        }
    }

    private static Pass pass(Segment within, double hope) {
        if (within.kind() == Segment.Kind.NON_TRIED && within.sectors() > 1) {
            return Pass.BACK;
        }
        return hope >= POOR ? Pass.TRIM : Pass.SCRAPE;
    }
}
