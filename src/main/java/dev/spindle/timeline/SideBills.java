package dev.spindle.timeline;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What time is billed to whom. Each moment is billed once: where the program stood still to nobody
 * but the program, and where several sides have a claim to the one at the root of the chain. One
 * owner.
 */
final class SideBills {
    /** Whoever comes first kept those behind it waiting. */
    private static final List<Side> ORDER = List.of(Side.USER, Side.STORAGE, Side.DRIVE, Side.SELF);

    private final TimeSpans gaps = new TimeSpans();
    private final Map<Side, TimeSpans> spansBySide = new EnumMap<>(Side.class);
    private final ShortSpans shortWaits = new ShortSpans();

    SideBills() {
        for (Side side : Side.values()) {
            spansBySide.put(side, new TimeSpans());
        }
    }

    /** The whole program stood still. */
    void gap(long startNanos, long endNanos) {
        gaps.add(startNanos, endNanos);
    }

    /** When the whole program stood still; not to be changed. */
    TimeSpans gaps() {
        return gaps;
    }

    /** One stretch. */
    void bill(Side side, long startNanos, long endNanos) {
        spans(side).add(startNanos, endNanos);
    }

    /**
     * Many short stretches; of old ones the sum is kept.
     *
     * @param waits not empty, and later than those that were billed so before
     */
    void billShort(Side side, TimeSpans waits) {
        shortWaits.add(side, waits, this::settle);
    }

    /** In seconds, by side. */
    Map<Side, Double> seconds() {
        var billed = new EnumMap<Side, Double>(Side.class);
        var taken = new TimeSpans();
        taken.addAll(gaps);
        for (Side side : ORDER) {
            var own = spans(side).minus(taken);
            own.addAll(shortWaits.recent(side).minus(taken));
            long apart = shortWaits.settledNanos(side) + (side == Side.SELF ? gaps.nanos() : 0);
            billed.put(side, (own.nanos() + apart) / 1e9);
            taken.addAll(own);
        }
        return billed;
    }

    /** What of a side's short waits is billed to nobody before it, and to nobody behind it now. */
    private long settle(Side side, TimeSpans waits) {
        var left = waits.minus(gaps);
        int own = ORDER.indexOf(side);
        for (Side before : ORDER.subList(0, own + 1)) {
            left = left.minus(spans(before));
        }
        for (Side behind : ORDER.subList(own + 1, ORDER.size())) {
            if (left.minus(spans(behind)).nanos() < left.nanos()) {
                spansBySide.put(behind, spans(behind).minus(left));
            }
        }
        return left.nanos();
    }

    private TimeSpans spans(Side side) {
        TimeSpans spans = spansBySide.get(side);
        if (spans == null) {
            throw new IllegalStateException("no spans for " + side);
        }
        return spans;
    }
}
