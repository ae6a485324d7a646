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

    private double nanosPerByte = -1;

    /**
     * How much of a good command's time the disc's own speed does not explain.
     *
     * @return nanoseconds, 0 where all is as expected
     */
    public long excessNanos(long commandNanos, int bytes) {
        double perByte = (double) commandNanos / Math.max(1, bytes);
        if (nanosPerByte < 0) {
            nanosPerByte = commandNanos > FIRST_READ_NANOS ? -1 : perByte;
            return Math.max(0, commandNanos - FIRST_READ_NANOS);
        }
        long expected = (long) (nanosPerByte * bytes);
        nanosPerByte += WEIGHT * (Math.min(perByte, 4 * nanosPerByte) - nanosPerByte);
        return Math.max(0, commandNanos - 2 * expected);
    }
}
