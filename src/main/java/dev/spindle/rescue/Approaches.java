package dev.spindle.rescue;

import dev.spindle.drive.Approach;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the way in which bad sectors are tried next: the one that brings most sectors for the
 * drive's time, by what it did so far; but where none does well, one that was not tried. One owner.
 */
final class Approaches {
    /** A way of which more tries succeed is stayed with before others are tried. */
    private static final double DOES_WELL = 0.2;

    private final Map<Approach, ApproachRecord> records = new EnumMap<>(Approach.class);
    private Set<Approach> possible = Set.of(Approach.PLAIN);

    /** With what earlier rips have learned of the drive. */
    Approaches(Map<Approach, ApproachRecord> known) {
        records.putAll(known);
    }

    /** What the drive can do from now on. */
    void allow(Set<Approach> approaches) {
        possible = Set.copyOf(approaches);
    }

    /** The way, or the plain one where the drive can't go it any more. */
    Approach possible(Approach approach) {
        return possible.contains(approach) ? approach : Approach.PLAIN;
    }

    /**
     * The way for another round over a neighbourhood.
     *
     * @param round 0 for the first one: that is plain, as it costs least and is what the others
     *     have to beat
     */
    Approach choose(int round) {
        if (round == 0) {
            return Approach.PLAIN;
        }
        Approach best = Approach.PLAIN;
        Optional<Approach> untried = Optional.empty();
        for (Approach approach : Approach.values()) {
            if (!possible.contains(approach)) {
                continue;
            }
            if (record(approach).tries() == 0) {
                untried = untried.or(() -> Optional.of(approach));
            } else if (record(approach).promise() > record(best).promise()) {
                best = approach;
            }
        }
        return record(best).hope() < DOES_WELL ? untried.orElse(best) : best;
    }

    /**
     * Notes what came of a retry.
     *
     * @param nanos with all that belongs to the approach
     */
    void note(Approach approach, boolean isGood, long nanos) {
        records.put(approach, record(approach).plus(isGood, (double) nanos));
    }

    /** What is known of each way that was tried. */
    Map<Approach, ApproachRecord> records() {
        return Map.copyOf(records);
    }

    private ApproachRecord record(Approach approach) {
        return records.getOrDefault(approach, ApproachRecord.NONE);
    }
}
