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
    private static final double WORTH_LEAVING = 2;

    /** Of two halves, either may hold the bad sector. */
    private static final double EVEN = 0.5;

    /** Shorter runs are read in one go: halving them further costs more jumps than it finds. */
    private static final int FEWEST_TO_HALVE = 12;

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
        if (first == last && isUnexplained(first)) {
            offerUnexplained(lower, hopeAbove);
            return;
        }
        offer(lower.firstLba(), lower, Stretch.of(hopeBelow, lower.sectors()));
        long length = upper.endLba() - lower.firstLba();
        if (length > 1 && hopeAbove * DISTANT > hopeBelow) {
            long from = Math.max(upper.firstLba(), upper.endLba() - stride(length));
            offer(from, upper, fromAbove(hopeAbove, upper.endLba() - from));
        }
        if (length >= SECTORS_TO_SPLIT && Math.max(hopeBelow, hopeAbove) < POOR) {
            long middle = lower.firstLba() + length / 2;
            for (int i = first; i <= last; i++) {
                var within = segments.get(i);
                if (within.holds(middle)) {
                    offer(middle, within, Stretch.of(middleShare, within.endLba() - middle));
                }
            }
        }
    }

    /**
     * A run that must hold a bad sector, as it failed as a whole or was passed by for good reason:
     * from below it is met for certain, in the upper half it is no more likely than not.
     */
    private void offerUnexplained(Segment run, double hopeAbove) {
        offer(run.firstLba(), run, Stretch.withOneBad(run.sectors()));
        if (run.sectors() > 1) {
            long from = run.endLba() - stride(run.sectors());
            offer(from, run, fromAbove(hopeAbove, run.endLba() - from).orBad(EVEN));
        }
    }

    private long stride(long length) {
        return Math.min(strideSectors, (length + 1) / 2);
    }

    private static Stretch fromAbove(double hope, long sectors) {
        return sectors == 1
                ? Stretch.of(hope, 1)
                : Stretch.of(hope, sectors - 1).behind(hope * DISTANT);
    }

    /** Whether reads failed, and nothing bad beside this run explains why it was left unread. */
    private boolean isUnexplained(int index) {
        var own = segments.get(index);
        return costs.isBadKnown()
                && own.sectors() <= strideSectors
                && own.sectors() >= FEWEST_TO_HALVE
                && !isBadBeside(index - 1, own.firstLba())
                && !isBadBeside(index + 1, own.endLba());
    }

    private boolean isBadBeside(int index, long lba) {
        if (index < 0 || index >= segments.size()) {
            return false;
        }
        var other = segments.get(index);
        return !other.isUnread() && (other.endLba() == lba || other.firstLba() == lba);
    }

    private void offer(long lba, Segment within, Stretch stretch) {
        var pass = pass(within, stretch.hope());
        if (!allowed.contains(pass)) {
            return;
        }
        double nanos =
                stretch.sectors() * costs.steady(1) + (1 - stretch.allGood()) * costs.badNanos();
        double promise =
                lba == costs.positionLba()
                        ? stretch.sectors() / nanos
                        : stretch.sectors() / (nanos + costs.jumpNanos()) / WORTH_LEAVING;
        if (best == null || promise > best.sectorsPerNano()) {
            best = new Front(lba, within, pass, stretch.hope(), promise);
        }
    }

    private static Pass pass(Segment within, double hope) {
        if (within.kind() == Segment.Kind.NON_TRIED && within.sectors() > 1) {
            return Pass.BACK;
        }
        return hope >= POOR ? Pass.TRIM : Pass.SCRAPE;
    }
}
