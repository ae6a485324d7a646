package dev.spindle.writeback;

/**
 * How much one call past the page cache is given at most: what the last one would have brought in
 * 0.05 s, so that nobody waits much longer for the buffers in it. Where each waits for its turn
 * whatever it brings, a large call is hardly slower than a small one: there it is what the device
 * takes in 0.4 s once the turn has come. One owner, the writer; its size may be read by all.
 */
final class GatherLimit {
    /**
     * Less is not worth asking for: a small call says little about a large one where each has to
     * wait for others.
     */
    static final long LEAST_BYTES = 2L << 20;

    private static final long MOST_BYTES = Pipeline.MAX_GATHERED_BYTES;

    private static final int MOST_BUFFERS = (int) (MOST_BYTES / Pipeline.MAX_WRITE_BYTES);

    /** More is given only where calls of so much were quicker by the byte than smaller ones. */
    private static final long MOST_UNPROVED_BYTES = 4L << 20;

    /** A call of four buffers, where reads don't divide a MiB. */
    private static final long LARGE_BYTES = 3L << 20;

    /** So much quicker. */
    private static final double PAYS = 1.25;

    /** A drive whose ring is full waits as long as a call. */
    private static final double NANOS = 0.05e9;

    /** A stop gives a storage that shows no movement up after half a second. */
    private static final double NANOS_OF_A_TURN = 0.4e9;

    /** What a shorter call took says nothing: it may have gone through the page cache. */
    private static final long TELLING_BYTES = Pipeline.MAX_WRITE_BYTES;

    /** Where all calls bring alike much nothing is learned of others: each fourth is one. */
    private static final int CALLS_BETWEEN_TRIES = 4;

    /** Of the rate of small calls, how much of it is the last one's. */
    private static final double LAST = 0.3;

    private final CallCost cost = new CallCost();
    private long calls;

    /** Of calls of up to two buffers, in bytes a nanosecond; zero where that is not known. */
    private double smallRate;

    private boolean largePay;
    private volatile long bytes = LEAST_BYTES;

    long bytes() {
        return bytes;
    }

    /** A call has returned. */
    void took(long takenBytes, long elapsedNanos) {
        if (takenBytes < TELLING_BYTES || elapsedNanos <= 0) {
            return;
        }
        calls++;
        if (calls == 1) {
            // The file's first blocks are found, and the disk may have slept.
            return;
        }
        double rate = (double) takenBytes / elapsedNanos;
        compare(takenBytes, rate);
        cost.took((double) takenBytes / Pipeline.MAX_WRITE_BYTES, elapsedNanos);
        // At first no ring is full yet, and the sooner a neighbour is known the better.
        double best = (cost.isKnown() ? NANOS : NANOS_OF_A_TURN) * rate;
        boolean isForTheTurn = cost.worth(MOST_BUFFERS) > 1;
        if (isForTheTurn) {
            best = Math.max(best, cost.takenIn(NANOS_OF_A_TURN) * Pipeline.MAX_WRITE_BYTES);
        }
        long mostBytes = isForTheTurn && largePay ? MOST_BYTES : MOST_UNPROVED_BYTES;
        bytes =
                calls % CALLS_BETWEEN_TRIES == 0
                        ? another(best, mostBytes)
                        : Math.clamp((long) best, LEAST_BYTES, mostBytes);
    }

    /** A line through calls of a device that has just become slow may say anything. */
    private void compare(long takenBytes, double rate) {
        if (takenBytes >= LARGE_BYTES) {
            largePay = smallRate > 0 && rate >= PAYS * smallRate;
        } else if (takenBytes <= LEAST_BYTES) {
            boolean isAnew = rate < smallRate / 2;
            smallRate = smallRate == 0 || isAnew ? rate : (1 - LAST) * smallRate + LAST * rate;
        }
    }

    /** Larger where that makes no long call, else smaller: either tells of the other sizes. */
    private static long another(double best, long mostBytes) {
        if (best >= mostBytes) {
            return mostBytes / 2;
        }
        return best < LEAST_BYTES ? LEAST_BYTES / 2 : Math.min(mostBytes, (long) (2 * best));
    }
}
