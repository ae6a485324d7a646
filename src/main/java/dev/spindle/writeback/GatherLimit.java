package dev.spindle.writeback;

/**
 * How much one call past the page cache is given at most: as much as the last one would have
 * brought in 0.4 s, so that no call lasts much longer. A device whose time goes to a neighbour
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

    /** A stop gives a storage that shows no movement up after half a second (DESIGN 2). */
    private static final double SECONDS = 0.4;

    /** What a shorter call took says nothing: it may have gone through the page cache. */
    private static final long TELLING_BYTES = Pipeline.MAX_WRITE_BYTES;

    private volatile long bytes = LEAST_BYTES;

    long bytes() {
        return bytes;
    }

    /** A call has returned. */
    void took(long takenBytes, long elapsedNanos) {
        if (takenBytes >= TELLING_BYTES && elapsedNanos > 0) {
            double inTime = SECONDS * 1e9 * takenBytes / elapsedNanos;
            bytes = Math.clamp((long) inTime, LEAST_BYTES, MOST_BYTES);
        }
    }
}
