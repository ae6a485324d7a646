package dev.spindle.timeline;

/**
 * A wait of less than {@link StallBook#STALL_NANOS}, on the clock of the ledgers. By itself it is
 * none; where many follow each other they are one together.
 */
public record ShortWait(long startNanos, long endNanos) {
    public long nanos() {
        return endNanos - startNanos;
    }
}
