package dev.spindle.run;

/**
 * How long work of so many bytes takes as a rule: learnt from what it took, so that slow work is
 * told from work that stands still. One owner.
 */
public final class WorkPace {
    /** Weight of the newest in the moving average. */
    private static final double WEIGHT = 0.05;

    /** One that stood still must not raise the average by much. */
    private static final double MOST_RISE = 4;

    /** Up to so many times the average is as a rule. */
    private static final long TOLERANCE = 2;

    /**
     * About 100 MB/s. What comes out of a cache, or goes into one, is not taken for the pace, from
     * which the average would climb back slowly, and from zero never.
     */
    private static final double LEAST_NANOS_PER_BYTE = 10;

    private final long firstAtMostNanos;
    private double nanosPerByte;

    /**
     * A pace of which nothing is known yet.
     *
     * @param firstAtMostNanos what the first may take, of which nobody knows how long it should
     */
    public WorkPace(long firstAtMostNanos) {
        this.firstAtMostNanos = firstAtMostNanos;
    }

    /**
     * How much of the time the usual pace does not explain; learns from it.
     *
     * @return nanoseconds, 0 where all is as usual
     */
    public long excessNanos(long nanos, long bytes) {
        double perByte = Math.max(LEAST_NANOS_PER_BYTE, (double) nanos / Math.max(1, bytes));
        if (nanosPerByte == 0) {
            nanosPerByte = Math.min(perByte, (double) firstAtMostNanos / Math.max(1, bytes));
            return Math.max(0, nanos - firstAtMostNanos);
        }
        long expected = (long) (nanosPerByte * bytes);
        nanosPerByte += WEIGHT * (Math.min(perByte, MOST_RISE * nanosPerByte) - nanosPerByte);
        // A pace that was learnt while all was slow must not explain a standstill.
        return Math.max(0, nanos - TOLERANCE * Math.min(expected, firstAtMostNanos));
    }
}
