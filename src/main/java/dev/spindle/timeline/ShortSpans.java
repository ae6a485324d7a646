package dev.spindle.timeline;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongBiFunction;

/**
 * The short waits of each side. A long rip has a hundred of them a second: those that are old
 * enough that nothing else is booked of their time are counted, and only their sum is kept. One
 * owner.
 */
final class ShortSpans {
    /** Stalls are booked when they end, and one that lasts has no short waits in it. */
    private static final long KEPT_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Map<Side, TimeSpans> recent = new EnumMap<>(Side.class);
    private final Map<Side, Long> settledNanos = new EnumMap<>(Side.class);

    /**
     * Adds some.
     *
     * @param counted how much of old ones counts, as no other span has it
     */
    void add(Side side, TimeSpans waits, ToLongBiFunction<Side, TimeSpans> counted) {
        var own = recent.computeIfAbsent(side, _ -> new TimeSpans());
        own.addAll(waits);
        var old = own.takeBefore(waits.endNanos() - KEPT_NANOS);
        settledNanos.merge(side, counted.applyAsLong(side, old), Long::sum);
    }

    /** Those of the last minute or so; not to be changed. */
    TimeSpans recent(Side side) {
        return recent.getOrDefault(side, new TimeSpans());
    }

    /** The sum of all that were before. */
    long settledNanos(Side side) {
        return settledNanos.getOrDefault(side, 0L);
    }
}
