package dev.spindle.timeline;

import java.util.concurrent.TimeUnit;

/**
 * How long a drive that was kept waiting may take to go on: it has to find its place again, and
 * after a long wait to spin up. Whoever kept it waiting pays for that, not the drive. Pure.
 */
public final class Restart {
    /** The disc still turns: a seek, and a few turns to find the sector. Our own bound. */
    public static final long SEEK_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Spin-up and the first seek: a cold drive may take this long. Our own bound. */
    public static final long SPIN_UP_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** A drive that had nothing to do for this long may have let its disc slow down or stop. */
    private static final long RESTS_AFTER_NANOS = TimeUnit.SECONDS.toNanos(5);

    private Restart() {}

    /**
     * Whether finding its place again explains what the first command after a wait took beyond the
     * disc's own speed: all of it, or nothing. What takes longer has another reason.
     *
     * @param excessNanos what it took beyond that
     * @param waitedNanos how long the drive had nothing to do
     */
    public static boolean explains(long excessNanos, long waitedNanos) {
        if (waitedNanos < StallBook.STALL_NANOS) {
            return false;
        }
        return excessNanos <= (waitedNanos < RESTS_AFTER_NANOS ? SEEK_NANOS : SPIN_UP_NANOS);
    }
}
