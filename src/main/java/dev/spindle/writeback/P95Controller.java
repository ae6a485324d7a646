package dev.spindle.writeback;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * The founding system's rule: when 16 waits are known, the 15th smallest counts as the 95th
 * percentile; above 200 ms the chunk doubles, below 20 ms it halves. The window keeps rolling, also
 * over a change of size.
 */
final class P95Controller implements ChunkController {
    static final long LEAST_BYTES = 4L << 20;
    static final long MOST_BYTES = 256L << 20;
    static final int WINDOW = 16;

    private static final int P95_INDEX = 14;
    private static final long GROW_ABOVE_MILLIS = 200;
    private static final long SHRINK_BELOW_MILLIS = 20;

    private final long[] window = new long[WINDOW];
    private int known;
    private int next;
    private long chunkBytes;

    /**
     * Starts with a size.
     *
     * @param chunkBytes kept as it is, also outside the bounds, until the rule moves it
     */
    P95Controller(long chunkBytes) {
        this.chunkBytes = chunkBytes;
    }

    @Override
    public String name() {
        return "p95";
    }

    @Override
    public long chunkBytes() {
        return chunkBytes;
    }

    @Override
    public void waited(ChunkTiming timing) {
        window[next] = timing.waitMillis();
        next = (next + 1) % WINDOW;
        known = Math.min(WINDOW, known + 1);
        p95Millis().ifPresent(this::adapt);
    }

    @Override
    public OptionalLong p95Millis() {
        if (known < WINDOW) {
            return OptionalLong.empty();
        }
        long[] sorted = window.clone();
        Arrays.sort(sorted);
        return OptionalLong.of(sorted[P95_INDEX]);
    }

    private void adapt(long p95Millis) {
        if (p95Millis > GROW_ABOVE_MILLIS && chunkBytes < MOST_BYTES) {
            chunkBytes = Math.min(MOST_BYTES, chunkBytes * 2);
        } else if (p95Millis < SHRINK_BELOW_MILLIS && chunkBytes > LEAST_BYTES) {
            chunkBytes = Math.max(LEAST_BYTES, chunkBytes / 2);
        }
    }
}
