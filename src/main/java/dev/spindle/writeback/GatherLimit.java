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

    /** A stop gives a storage that shows no movement up after half a second. */
    private static final double SECONDS = 0.4;

    /** What a shorter call took says nothing: it may have gone through the page cache. */
    private static final long TELLING_BYTES = Pipeline.MAX_WRITE_BYTES;

    /** Where all calls bring alike much nothing is learned of others: each fourth is one. */
    private static final int CALLS_BETWEEN_TRIES = 4;

    private final CallCost cost = new CallCost();
    private long calls;

    /** By what was known last: of a device that has just become slow nothing is known. */
    private long mostBytes = MOST_BYTES;

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
                cost.isForTheTurn() ? cost.takenIn(nanos) * Pipeline.MAX_WRITE_BYTES : withTurn;
        double best = Math.max(withTurn, withoutTurn);
        if (cost.isAllInTheBuffers()) {
            mostBytes = ENOUGH_BYTES;
        } else if (cost.isForTheTurn()) {
            mostBytes = MOST_BYTES;
        }
        calls++;
        boolean isTry = calls % CALLS_BETWEEN_TRIES == 0;
        bytes = isTry ? another(best) : Math.clamp((long) best, LEAST_BYTES, mostBytes);
    }

    /** Larger where that makes no long call, else smaller: either tells of the other sizes. */
    private long another(double best) {
        if (best >= mostBytes) {
            return mostBytes / 2;
        }
        return best < LEAST_BYTES ? LEAST_BYTES / 2 : Math.min(mostBytes, (long) (2 * best));
    }
}
