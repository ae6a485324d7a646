package dev.spindle.rip;

import java.time.Duration;

/**
 * How long the conductor waits for the storage. As long as it makes progress there is no limit;
 * what counts as progress are our own bytes and the device's counters. One owner, the conductor.
 */
final class Patience {
    /** Everything is read, and nothing moves: exit 7 (DESIGN 7). */
    static final Duration FLUSH_STILL = Duration.ofSeconds(60);

    /** After a stop, storage that does not move is given up this soon (DESIGN 2). */
    static final Duration SAVE_STILL = Duration.ofMillis(500);

    /** After a stop, saving takes no longer than this (DESIGN 2). */
    static final Duration SAVE_WHOLE = Duration.ofSeconds(10);

    private long progress = Long.MIN_VALUE;
    private long movedAtNanos;
    private long saveUntilNanos;
    private boolean saving;

    Patience(long nowNanos) {
        movedAtNanos = nowNanos;
    }

    /** From now on the limits of saving hold. */
    void startSaving(long nowNanos) {
        if (!saving) {
            saving = true;
            movedAtNanos = nowNanos;
            saveUntilNanos = nowNanos + SAVE_WHOLE.toNanos();
        }
    }

    /** A new thing is waited for. */
    void restart(long nowNanos) {
        movedAtNanos = nowNanos;
    }

    /**
     * Looks whether anything moved.
     *
     * @param newProgress any number that changes with progress
     * @return whether it is time to give up
     */
    boolean isExhausted(long nowNanos, long newProgress) {
        if (newProgress != progress) {
            progress = newProgress;
            movedAtNanos = nowNanos;
        }
        long still = nowNanos - movedAtNanos;
        return saving
                ? still >= SAVE_STILL.toNanos() || nowNanos - saveUntilNanos >= 0
                : still >= FLUSH_STILL.toNanos();
    }
}
