package dev.spindle.rip;

import java.util.OptionalLong;

/** How large the ring is unless told otherwise. Pure. */
final class RingSize {
    private static final long LEAST_BYTES = 32L << 20;

    /** A source that does not tell its speed is an image on a disk: it needs no long cushion. */
    private static final long UNKNOWN_SPEED_BYTES = 64L << 20;

    private static final int SECONDS = 10;
    private static final int MEMORY_SHARE = 8;

    private RingSize() {}

    /**
     * Ten seconds of the drive's top speed, at least 32 MiB, at most an eighth of the memory.
     *
     * @return bytes
     */
    static long choose(OptionalLong topBytesPerSecond, long memoryBytes) {
        long wanted =
                topBytesPerSecond.isPresent()
                        ? topBytesPerSecond.getAsLong() * SECONDS
                        : UNKNOWN_SPEED_BYTES;
        return Math.max(LEAST_BYTES, Math.min(wanted, memoryBytes / MEMORY_SHARE));
    }
}
