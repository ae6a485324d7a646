package dev.spindle.writeback;

/**
 * How much of its budget a file uses: three chunks, one that is confirmed, one on its way and one
 * that is written, about as much as the device takes in 0.3 s. More would only lie in the page
 * cache, where the sync of a barrier has to push all of it out at once; what waits in the ring
 * waits as well. Pure; one owner, the flusher.
 *
 * <p>When the device becomes slow the window shrinks by half of what is confirmed meanwhile, so
 * that the writer goes on at half speed instead of standing still until the rest has drained.
 */
final class WriteWindow {
    private static final int CHUNKS = 3;

    private final long budgetBytes;
    private long bytes;

    WriteWindow(long budgetBytes, long chunkBytes) {
        this.budgetBytes = budgetBytes;
        this.bytes = target(chunkBytes);
    }

    long bytes() {
        return bytes;
    }

    /** So much was confirmed, and chunks have this size now. */
    void confirmed(long confirmedBytes, long chunkBytes) {
        bytes = Math.max(target(chunkBytes), bytes - confirmedBytes / 2);
    }

    private long target(long chunkBytes) {
        return Math.min(budgetBytes, CHUNKS * chunkBytes);
    }
}
