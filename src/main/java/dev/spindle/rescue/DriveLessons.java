package dev.spindle.rescue;

import dev.spindle.drive.Approach;

import java.util.EnumMap;
import java.util.Map;

/**
 * What rips have learned of a drive with a kind of disc, for the next one to begin with.
 *
 * @param commandNanos what a command takes beside its transfer; 0 where that was not seen
 * @param jumpNanos what comes on top for a read elsewhere; 0 where that was not seen
 * @param badNanos what a read takes that fails; 0 where none did
 * @param approaches how retries went, by the way in which they were made
 */
public record DriveLessons(
        double commandNanos,
        double jumpNanos,
        double badNanos,
        Map<Approach, ApproachRecord> approaches) {
    /** Longer than any command may take. */
    static final double MOST_NANOS = 600e9;

    public DriveLessons {
        approaches = Map.copyOf(approaches);
        if (!isTime(commandNanos) || !isTime(jumpNanos) || !isTime(badNanos)) {
            throw new IllegalArgumentException(commandNanos + " " + jumpNanos + " " + badNanos);
        }
    }

    /** The ways, to begin with on another disc. */
    Map<Approach, ApproachRecord> asPriors() {
        var priors = new EnumMap<Approach, ApproachRecord>(Approach.class);
        approaches.forEach((approach, record) -> priors.put(approach, record.asPrior()));
        return priors;
    }

    private static boolean isTime(double nanos) {
        return nanos >= 0 && nanos <= MOST_NANOS;
    }
}
