package dev.spindle.writeback;

/**
 * How much one call past the page cache is given at most: what the last one would have brought in
 * 0.4 s, so that no call lasts much longer. Where each waits for its turn whatever it brings, a
 * large call is hardly slower than a small one: there it is what the device takes in that time once
 * the turn has come. Where it is known that a large call saves nothing, it is never the largest:
 * the device may become slow with any, and all wait for that one. One owner, the writer; its size
 * may be read by all.
 */
final class GatherLimit {
    /**
     * Less is not worth asking for: a small call says little about a large one where each has to
     * wait for others.
     */
    static final long LEAST_BYTES = 2L << 20;

    private static final long MOST_BYTES = Pipeline.MAX_GATHERED_BYTES;

    /** Of a device that was fast until now, where larger calls save nothing. */
    private static final long ENOUGH_BYTES = 4L << 20;

    private static final int MOST_BUFFERS = (int) (MOST_BYTES / Pipeline.MAX_WRITE_BYTES);

    /** A stop gives a storage that shows no movement up after half a second. */
    private static final double SECONDS = 0.4;

    /** What a shorter call took says nothing: it may have gone through the page cache. */
    private static final long TELLING_BYTES = Pipeline.MAX_WRITE_BYTES;

    /** Where all calls bring alike much nothing is learned of others: each fourth is one. */
    private static final int CALLS_BETWEEN_TRIES = 4;

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
        double withTurn = nanos * takenBytes / elapsedNanos;
        double withoutTurn =
                cost.worth(MOST_BUFFERS) > 1
                        ? cost.takenIn(nanos) * Pipeline.MAX_WRITE_BYTES
                        : withTurn;
        double best = Math.max(withTurn, withoutTurn);
        long most = cost.isAllInTheBuffers() ? ENOUGH_BYTES : MOST_BYTES;
        calls++;
        if (calls % CALLS_BETWEEN_TRIES == 0) {
            bytes = another(best, most);
            return;
        }
        bytes = Math.clamp((long) best, LEAST_BYTES, most);
    }

    /** Larger where that makes no long call, else smaller: either tells of the other sizes. */
    private static long another(double best, long most) {
        if (best >= most) {
            return most / 2;
        }
        return best < LEAST_BYTES ? LEAST_BYTES / 2 : Math.min(most, (long) (2 * best));
    }
}
