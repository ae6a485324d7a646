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

    /** Of what it took before: less, and the smaller size is to blame. */
    private static final double NO_LOSS = 0.99;

    /** It has become another storage. */
    private static final double COLLAPSE = 0.5;

    /** For so long a size that was too small is not tried again. */
    private static final long LESSON_NANOS = Duration.ofMinutes(1).toNanos();

    private int bytes = Slot.BYTES;
    private int leastBytes = LEAST_BYTES;
    private long leastUntilNanos;

    /** In bytes a nanosecond, with whole buffers; zero where that is not known. */
    private double wholeRate;

    private long trialSinceNanos;
    private long trialBytes;

    Grain(long nowNanos) {
        begin(nowNanos);
    }

    /** So many bytes; a power of two, a whole buffer at most. */
    int bytes() {
        return bytes;
    }

    /** What is measured begins anew. */
    void begin(long nowNanos) {
        trialSinceNanos = nowNanos;
        trialBytes = 0;
    }

    /** The writer has to wait for the drive. */
    void writerWaits() {
        bytes = Math.min(Slot.BYTES, 2 * bytes);
    }

    /** Calls cost something whatever they bring. */
    void whole(long nowNanos) {
        bytes = Slot.BYTES;
        wholeRate = 0;
        begin(nowNanos);
    }

    /** So much was written, and more waits. */
    void written(long nowNanos, long writtenBytes) {
        trialBytes += writtenBytes;
        long elapsedNanos = nowNanos - trialSinceNanos;
        if (elapsedNanos >= TRIAL_NANOS) {
            judge(nowNanos, (double) trialBytes / elapsedNanos);
            begin(nowNanos);
        }
    }

    private void judge(long nowNanos, double rate) {
        if (bytes == Slot.BYTES || wholeRate == 0) {
            wholeRate = rate;
        }
        if (nowNanos - leastUntilNanos >= 0) {
            leastBytes = LEAST_BYTES;
        }
        if (rate < NO_LOSS * wholeRate) {
            bytes = rate < COLLAPSE * wholeRate ? Slot.BYTES : Math.min(Slot.BYTES, 2 * bytes);
            leastBytes = bytes;
            leastUntilNanos = nowNanos + LESSON_NANOS;
            return;
        }
        int wanted = Integer.highestOneBit((int) Math.min(Slot.BYTES, rate * WORTH_NANOS));
        bytes =
                Math.clamp(
                        wanted, Math.max(leastBytes, bytes / 2), Math.min(Slot.BYTES, 2 * bytes));
    }
}
