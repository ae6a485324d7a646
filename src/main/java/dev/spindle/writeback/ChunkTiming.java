package dev.spindle.writeback;

import java.util.concurrent.TimeUnit;

/**
 * How long a chunk took.
 *
 * @param bytes how many bytes reached the device by it
 * @param waitNanos how long the call that confirmed it lasted
 * @param busyNanos how long the device had it to itself: since its kick, or since the chunk before
 *     it arrived if that was later
 */
public record ChunkTiming(long bytes, long waitNanos, long busyNanos) {
    /** In whole milliseconds, truncated. */
    long waitMillis() {
        return TimeUnit.NANOSECONDS.toMillis(waitNanos);
    }
}
