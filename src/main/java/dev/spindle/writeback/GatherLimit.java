package dev.spindle.writeback;

/**
 * How much one call past the page cache is given at most: what the last one would have brought in
 * 0.4 s, so that no call lasts much longer. Where each waits for its turn whatever it brings, a
 * large call is hardly slower than a small one: there it is what the device takes in that time once
 * the turn has come. One owner, the writer; its size may be read by all.
 */
final class GatherLimit {
    /**
     * Less is not worth asking for: a small call says little about a large one where each has to
     * wait for others.
     */
    static final long LEAST_BYTES = 2L << 20;

    /** More brought nothing beside a neighbour, by the writing race. */
    static final long MOST_BYTES = 8L << 20;

    private static final int MOST_BUFFERS = (int) (MOST_BYTES / Pipeline.MAX_WRITE_BYTES);

    /** A stop gives a storage that shows no movement up after half a second (DESIGN 2). */
    private static final double SECONDS = 0.4;

    /** What a shorter call took says nothing: it may have gone through the page cache. */
    private static final long TELLING_BYTES = Pipeline.MAX_WRITE_BYTES;

    /** A line through a few calls is no more than a guess: it does not count for more than this. */
    private static final double MOST_TIMES = 4;

    /** Where all calls bring alike much nothing is learned of larger ones: each fourth is one. */
    private static final int CALLS_BETWEEN_TRIES = 4;

    private static final int TRY_TIMES = 2;

    private final CallCost cost = new CallCost();
    private long calls;
    private volatile long bytes = LEAST_BYTES;

    long bytes() {
        return bytes;
    }

    /** A call has returned. */
    void took(long takenBytes, long elapsedNanos) {
        if (takenBytes < TELLING_BYTES || elapsedNanos <= 0) {
            return;
        }
        double buffers = (double) takenBytes / Pipeline.MAX_WRITE_BYTES;
        cost.took(buffers, elapsedNanos);
        double nanos = SECONDS * 1e9;
        double withTurn = Math.max(LEAST_BYTES, nanos * takenBytes / elapsedNanos);
        double withoutTurn =
                cost.worth(MOST_BUFFERS) > 1
                        ? cost.takenIn(nanos) * Pipeline.MAX_WRITE_BYTES
                        : withTurn;
        double best = Math.max(withTurn, Math.min(withoutTurn, MOST_TIMES * withTurn));
        calls++;
        double next = calls % CALLS_BETWEEN_TRIES == 0 ? TRY_TIMES * best : best;
        bytes = Math.clamp((long) next, LEAST_BYTES, MOST_BYTES);
    }
}
