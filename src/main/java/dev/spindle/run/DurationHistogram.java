package dev.spindle.run;

/**
 * Counts durations in buckets that are at most 1/16 wide of their value, from 1 ns to hours, in
 * bounded memory. Not safe for threads.
 */
public final class DurationHistogram {
    private static final int SUB_BITS = 4;
    private static final int SUB = 1 << SUB_BITS;
    private static final double ROUNDING = 1e-12;

    private final long[] counts = new long[(64 - SUB_BITS + 1) * SUB];
    private long total;
    private long longestNanos;

    public void add(long nanos) {
        long value = Math.max(0, nanos);
        counts[bucket(value)]++;
        total++;
        longestNanos = Math.max(longestNanos, value);
    }

    public long count() {
        return total;
    }

    public long longestNanos() {
        return longestNanos;
    }

    /**
     * The duration that the given share of all durations does not exceed, rounded up by at most
     * 1/16; zero when nothing was added.
     *
     * @param share between 0 and 1
     */
    public long quantileNanos(double share) {
        // 0.07 × 100 is a little more than 7, and must not ask for the eighth.
        long wanted = (long) Math.ceil(share * total - ROUNDING * total);
        long seen = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            seen += counts[bucket];
            if (seen >= wanted && seen > 0) {
                return Math.min(upperBound(bucket), longestNanos);
            }
        }
        return 0;
    }

    public DurationHistogram copy() {
        var copy = new DurationHistogram();
        System.arraycopy(counts, 0, copy.counts, 0, counts.length);
        copy.total = total;
        copy.longestNanos = longestNanos;
        return copy;
    }

    private static int bucket(long value) {
        if (value < SUB) {
            return (int) value;
        }
        int exponent = 63 - Long.numberOfLeadingZeros(value) - SUB_BITS;
        return (exponent + 1) * SUB + (int) ((value >>> exponent) - SUB);
    }

    private static long upperBound(int bucket) {
        if (bucket < SUB) {
            return bucket;
        }
        int exponent = bucket / SUB - 1;
        long mantissa = (long) SUB + bucket % SUB;
        return ((mantissa + 1) << exponent) - 1;
    }
}
