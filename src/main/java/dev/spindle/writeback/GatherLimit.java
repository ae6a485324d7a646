package dev.spindle.writeback;

/**
 * How much one call past the page cache is given at most: as much as the last one would have
 * brought in a second, so that no call lasts much longer. A device whose time goes to a neighbour
 * takes a large call hardly more slowly than a small one, so there it grows from call to call. One
 * owner, the writer; its size may be read by all.
 */
final class GatherLimit {
    /**
     * Less is not worth asking for: a small call says little about a large one where each has to
     * wait for others.
     */
    static final long LEAST_BYTES = 2L << 20;

    /** More brought nothing beside a neighbour, by the writing race. */
    static final long MOST_BYTES = 8L << 20;

    private static final double SECONDS = 1;

    private volatile long bytes = LEAST_BYTES;

    long bytes() {
        return bytes;
    }

    /** A call has returned. */
    void took(long takenBytes, long elapsedNanos) {
        if (takenBytes > 0 && elapsedNanos > 0) {
            double inTime = SECONDS * 1e9 * takenBytes / elapsedNanos;
            bytes = Math.clamp((long) inTime, LEAST_BYTES, MOST_BYTES);
        }
    }
}
