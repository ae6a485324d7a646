package dev.spindle.timeline;

/**
 * What a read command may take at the disc's own speed: learnt from the reads that went well, so
 * that a slow disc is not a stalled one. One owner, the reader.
 */
public final class ReadExpectation {
    /** Weight of the newest read in the moving average. */
    private static final double WEIGHT = 0.05;

    /** Spin-up and the first seek: a cold drive may take this long without being stalled. */
    private static final long FIRST_READ_NANOS = 10_000_000_000L;

    /**
     * Faster than any optical drive, about 100 MB/s. What comes out of a cache is not taken for the
     * disc's own speed, from which the average would climb back slowly, and from zero never.
     */
    private static final double LEAST_NANOS_PER_BYTE = 10;

    private boolean isWarm;
    private double nanosPerByte;

    /**
     * How much of a good command's time the disc's own speed does not explain.
     *
     * @return nanoseconds, 0 where all is as expected
     */
    public long excessNanos(long commandNanos, int bytes) {
        double perByte = Math.max(LEAST_NANOS_PER_BYTE, (double) commandNanos / Math.max(1, bytes));
        if (nanosPerByte == 0) {
            // The first read tells of the spin-up, not of the disc: the next one is learnt from.
            if (isWarm && commandNanos <= FIRST_READ_NANOS) {
                nanosPerByte = perByte;
            }
            isWarm = true;
            return Math.max(0, commandNanos - FIRST_READ_NANOS);
        }
        long expected = (long) (nanosPerByte * bytes);
        nanosPerByte += WEIGHT * (Math.min(perByte, 4 * nanosPerByte) - nanosPerByte);
        return Math.max(0, commandNanos - 2 * expected);
    }
}
