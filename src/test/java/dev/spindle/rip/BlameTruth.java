package dev.spindle.rip;

import dev.spindle.timeline.Side;

import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who is to blame for whatever stalls at a moment, as the scenario knows. What somebody has caused,
 * and what follows from it, is his until the next one begins.
 */
final class BlameTruth {
    private final NavigableMap<Long, Side> fromMillis = new TreeMap<>();

    /** One culprit for the whole rip. */
    static BlameTruth always(Side side) {
        var truth = new BlameTruth();
        truth.from(Duration.ZERO, side);
        return truth;
    }

    /** Nothing is to be told at all. */
    static BlameTruth nobody() {
        return new BlameTruth();
    }

    void from(Duration moment, Side side) {
        fromMillis.put(moment.toMillis(), side);
    }

    @Override
    public String toString() {
        return fromMillis.toString();
    }

    Optional<Side> at(long millis) {
        return Optional.ofNullable(fromMillis.floorEntry(millis)).map(Map.Entry::getValue);
    }
}
