package dev.spindle.writeback;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Sizes the chunk by the rate at which the device drains: so many bytes as it takes in 100 ms. Only
 * waits that really blocked tell something about the device; and the size moves only when the rate
 * has clearly changed.
 */
final class DrainController implements ChunkController {
    static final long START_BYTES = 4L << 20;
    static final long LEAST_BYTES = 1L << 20;

    /**
     * The least where a server has to confirm: each time it does, it makes its own disk do so. The
     * founding system measured 15.8 MB/s with small chunks on NFS, and 24.0 MB/s with large ones.
     */
    static final long LEAST_NETWORK_BYTES = 8L << 20;

    static final long MOST_BYTES = 64L << 20;

    private static final double TARGET_SECONDS = 0.1;

    /** A shorter wait found the chunk on the device already. */
    private static final long BLOCKED_NANOS = Duration.ofMillis(5).toNanos();

    /**
     * Weight of a rate above the mean: one odd wait moves it by less than the hysteresis. A lower
     * rate counts in full at once, for each chunk that is too large is a stall.
     */
    private static final double WEIGHT = 0.2;

    /**
     * So much a chunk may grow in each second in which the device was busy. The cache of a device
     * takes a second or two at any speed; chunks of that size would become stalls when it is full.
     */
    private static final double GROWTH_BYTES_PER_SECOND = 4 << 20;

    /** The size follows when the target has left this band around it. */
    private static final double BAND = 1.25;

    private final long leastBytes;
    private final long mostBytes;
    private long chunkBytes;
    private double bytesPerSecond;

    /** What the rate asks for, where it asks for more only as fast as chunks may grow. */
    private double targetBytes;

    /**
     * Starts with a size.
     *
     * @param chunkBytes brought within the bounds
     * @param leastBytes what it never goes below, as far as the budget allows
     * @param budgetBytes a chunk is at most a quarter of it
     */
    DrainController(long chunkBytes, long leastBytes, long budgetBytes) {
        this.mostBytes = Math.clamp(budgetBytes / 4, LEAST_BYTES, MOST_BYTES);
        this.leastBytes = Math.min(leastBytes, mostBytes);
        this.chunkBytes = Math.clamp(chunkBytes, this.leastBytes, mostBytes);
        this.targetBytes = this.chunkBytes;
    }

    @Override
    public String name() {
        return "drain";
    }

    @Override
    public long chunkBytes() {
        return chunkBytes;
    }

    @Override
    public void waited(ChunkTiming timing) {
        if (timing.waitNanos() <= BLOCKED_NANOS || timing.busyNanos() <= 0 || timing.bytes() <= 0) {
            return;
        }
        double rate = timing.bytes() * 1e9 / timing.busyNanos();
        boolean isLower = bytesPerSecond == 0 || rate < bytesPerSecond;
        bytesPerSecond = isLower ? rate : WEIGHT * rate + (1 - WEIGHT) * bytesPerSecond;
        double grownBytes = targetBytes + timing.busyNanos() / 1e9 * GROWTH_BYTES_PER_SECOND;
        targetBytes = Math.min(bytesPerSecond * TARGET_SECONDS, grownBytes);
        if (targetBytes > chunkBytes * BAND || targetBytes * BAND < chunkBytes) {
            chunkBytes = Math.clamp(wholeMiB(targetBytes), leastBytes, mostBytes);
        }
    }

    @Override
    public OptionalLong p95Millis() {
        return OptionalLong.empty();
    }

    private static long wholeMiB(double bytes) {
        return Math.round(bytes / (1 << 20)) << 20;
    }
}
