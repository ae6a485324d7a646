package dev.spindle.rip.stream;

import java.time.Duration;

/**
 * How much of a buffer is filled before the writer gets it. Where the storage is the slower one,
 * the drive waits for as long as a buffer is written, and the last ones are written when all is
 * read: the less is in each, the shorter is either. What that costs is measured: where the storage
 * takes less of smaller ones, they become larger again. Not for several threads.
 */
final class Grain {
    /** Less would be more calls than bytes. */
    static final int LEAST_BYTES = 128 << 10;

    /** What the storage takes in this time. */
    private static final double WORTH_NANOS = Duration.ofMillis(10).toNanos();

    /** So long a size is tried before the next one. */
    private static final long TRIAL_NANOS = Duration.ofSeconds(2).toNanos();

    /**
     * Of what it takes of whole ones: less twice, one after the other, and the size is to blame.
     */
    private static final double NO_LOSS = 0.98;

    /** It has become another storage. */
    private static final double COLLAPSE = 0.5;

    /** For so long a size that was too small is not tried again; twice as long each time. */
    private static final long LESSON_NANOS = Duration.ofMinutes(1).toNanos();

    private static final long LONGEST_LESSON_NANOS = 16 * LESSON_NANOS;

    private final int smallestBytes;
    private int bytes = Slot.BYTES;
    private int leastBytes;
    private long leastUntilNanos;
    private long lessonNanos = LESSON_NANOS;

    /** In bytes a nanosecond, with whole buffers; zero where that is not known. */
    private double wholeRate;

    private boolean wasLess;
    private boolean isTrial;
    private long trialSinceNanos;
    private long trialBytes;

    /**
     * @param smallestBytes {@link #LEAST_BYTES}, or a whole buffer where no read of this disc ends
     *     at the end of a page
     */
    Grain(int smallestBytes) {
        this.smallestBytes = smallestBytes;
        this.leastBytes = smallestBytes;
    }

    /** So many bytes; a power of two, a whole buffer at most. */
    int bytes() {
        return bytes;
    }

    /** What is measured begins anew, with the next call that returns. */
    void begin() {
        isTrial = false;
    }

    /** The writer has to wait for the drive. */
    void writerWaits() {
        bytes = Math.min(Slot.BYTES, 2 * bytes);
    }

    /** Calls cost something whatever they bring. */
    void whole(long nowNanos) {
        if (bytes < Slot.BYTES) {
            atLeast(nowNanos, Slot.BYTES);
        }
        wholeRate = 0;
        begin();
    }

    private void atLeast(long nowNanos, int enoughBytes) {
        bytes = enoughBytes;
        leastBytes = enoughBytes;
        leastUntilNanos = nowNanos + lessonNanos;
        lessonNanos = Math.min(LONGEST_LESSON_NANOS, 2 * lessonNanos);
    }

    /** So much was written, and more waits. */
    void written(long nowNanos, long writtenBytes) {
        if (!isTrial) {
            isTrial = true;
            trialSinceNanos = nowNanos;
            trialBytes = 0;
            return;
        }
        trialBytes += writtenBytes;
        long elapsedNanos = nowNanos - trialSinceNanos;
        if (elapsedNanos >= TRIAL_NANOS) {
            judge(nowNanos, (double) trialBytes / elapsedNanos);
            trialSinceNanos = nowNanos;
            trialBytes = 0;
        }
    }

    private void judge(long nowNanos, double rate) {
        if (bytes == Slot.BYTES || wholeRate == 0) {
            wholeRate = rate;
        }
        if (nowNanos - leastUntilNanos >= 0) {
            leastBytes = smallestBytes;
        }
        boolean isLess = rate < NO_LOSS * wholeRate;
        if (isLess && !wasLess && rate >= COLLAPSE * wholeRate) {
            // One may be chance: the same size is tried once more.
            wasLess = true;
            return;
        }
        wasLess = false;
        if (isLess) {
            boolean isAnother = rate < COLLAPSE * wholeRate;
            atLeast(nowNanos, isAnother ? Slot.BYTES : Math.min(Slot.BYTES, 2 * bytes));
            return;
        }
        int wanted = Integer.highestOneBit((int) Math.min(Slot.BYTES, rate * WORTH_NANOS));
        bytes =
                Math.clamp(
                        wanted, Math.max(leastBytes, bytes / 2), Math.min(Slot.BYTES, 2 * bytes));
    }
}
