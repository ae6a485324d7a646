package dev.spindle.rip;

import java.util.OptionalLong;
import java.util.function.LongBinaryOperator;

/**
 * The wait from the last read to the last byte on the disk. A destination that takes the rest no
 * slower than the drive gave it holds up nobody; from a slower one all of that time is its own. One
 * owner, the conductor.
 */
final class DrainWait {
    private OptionalLong sinceNanos = OptionalLong.empty();
    private long explainedNanos;

    /**
     * All is read.
     *
     * @param restBytes what the destination has not confirmed yet
     * @param driveNanosPerByte how long the drive took for a byte of it
     */
    void begins(long nowNanos, long restBytes, double driveNanosPerByte) {
        if (sinceNanos.isEmpty()) {
            sinceNanos = OptionalLong.of(nowNanos);
            explainedNanos = (long) (restBytes * driveNanosPerByte);
        }
    }

    /**
     * The destination has it all, or is waited for no more.
     *
     * @param running how much of a stretch of time the program ran
     * @return when it began to hold up the end; empty where it did not
     */
    OptionalLong ends(long nowNanos, LongBinaryOperator running) {
        var since = sinceNanos;
        sinceNanos = OptionalLong.empty();
        return since.isPresent()
                        && running.applyAsLong(since.getAsLong(), nowNanos) > explainedNanos
                ? since
                : OptionalLong.empty();
    }
}
