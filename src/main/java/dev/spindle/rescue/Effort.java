package dev.spindle.rescue;

import dev.spindle.rescue.ReadCommand.Pass;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How much is done for what does not read well.
 *
 * @param retries how often a bad sector is tried again
 * @param passes which passes are made
 * @param until how long the drive may read; empty for as long as it pays
 */
public record Effort(int retries, Set<Pass> passes, Optional<Duration> until) {
    public Effort {
        if (retries < 0) {
            throw new IllegalArgumentException("retries: " + retries);
        }
        passes = Set.copyOf(passes);
    }

    /** All passes, without a limit of time. */
    public static Effort retries(int retries) {
        return new Effort(retries, EnumSet.allOf(Pass.class), Optional.empty());
    }

    boolean isOverAfter(long nanos) {
        return until.isPresent() && nanos >= until.get().toNanos();
    }
}
