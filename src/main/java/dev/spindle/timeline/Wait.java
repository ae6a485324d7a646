package dev.spindle.timeline;

/**
 * When somebody waited, on the clock of the ledgers. One that is shorter than {@link
 * StallBook#STALL_NANOS} is no stall by itself; where many follow each other they are one together.
 */
public record Wait(long startNanos, long endNanos) {
    public long nanos() {
        return endNanos - startNanos;
    }
}
