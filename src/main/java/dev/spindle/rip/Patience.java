package dev.spindle.rip;

import java.time.Duration;

/**
 * How long the conductor waits for the storage. As long as it makes progress there is no limit;
 * what counts as progress are our own bytes and the device's counters. One owner, the conductor.
 */
final class Patience {
    /** Everything is read, and nothing moves: exit 7. */
    static final Duration FLUSH_STILL = Duration.ofSeconds(60);

    /** Before the first byte a destination on which nothing moves is refused this soon. */
    static final Duration PREPARE_STILL = Duration.ofSeconds(30);

    /** A destination that is not needed before the disc was read may be silent. */
    static final Duration AHEAD_STILL = Duration.ofSeconds(10);

    /** After a stop, storage that does not move is given up this soon. */
    static final Duration SAVE_STILL = Duration.ofMillis(500);

    /** After a stop, saving takes no longer than this. */
    static final Duration SAVE_WHOLE = Duration.ofSeconds(10);

    /** Looks come ten times a second: after a longer gap it was the program that stood still. */
    private static final long GAP_NANOS = Duration.ofSeconds(1).toNanos();

    private final Duration still;
    private long progress = Long.MIN_VALUE;
    private long lookedAtNanos;
    private long movedAtNanos;
    private long saveUntilNanos;
    private boolean saving;

    Patience(long nowNanos) {
        this(nowNanos, FLUSH_STILL);
    }

    /**
     * @param still how long nothing may move where nobody has asked to stop
     */
    Patience(long nowNanos, Duration still) {
        this.still = still;
        restart(nowNanos);
    }

    /** From now on the limits of saving hold. */
    void startSaving(long nowNanos) {
        if (!saving) {
            saving = true;
            restart(nowNanos);
            saveUntilNanos = nowNanos + SAVE_WHOLE.toNanos();
        }
    }

    /** A new thing is waited for. */
    void restart(long nowNanos) {
        movedAtNanos = nowNanos;
        lookedAtNanos = nowNanos;
    }

    /**
     * Looks whether anything moved.
     *
     * @param newProgress any number that changes with progress
     * @return whether it is time to give up
     */
    boolean isExhausted(long nowNanos, long newProgress) {
        forgiveGap(nowNanos);
        if (newProgress != progress) {
            progress = newProgress;
            movedAtNanos = nowNanos;
        }
        long stillNanos = nowNanos - movedAtNanos;
        return saving
                ? stillNanos >= SAVE_STILL.toNanos() || nowNanos - saveUntilNanos >= 0
                : stillNanos >= still.toNanos();
    }

    /**
     * A suspended program can't have seen what moved: that time is not held against the storage.
     */
    private void forgiveGap(long nowNanos) {
        long gapNanos = nowNanos - lookedAtNanos;
        lookedAtNanos = nowNanos;
        if (gapNanos > GAP_NANOS) {
            movedAtNanos += gapNanos;
            saveUntilNanos += gapNanos;
        }
    }
}
