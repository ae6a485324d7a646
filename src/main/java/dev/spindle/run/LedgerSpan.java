package dev.spindle.run;

import java.util.OptionalLong;

/**
 * A stretch of time in which a role did one thing.
 *
 * @param role the role's name
 * @param activity what it did
 * @param startNanos when it began, on the clock of {@link Concurrency#nanoTime}
 * @param endNanos when it ended
 * @param excessNanos how much of it the usual pace of such work does not explain
 * @param readyNanos how long its thread had been ready by the end, since it began, while others had
 *     the processors; empty where nobody knows
 */
public record LedgerSpan(
        String role,
        Activity activity,
        long startNanos,
        long endNanos,
        long excessNanos,
        OptionalLong readyNanos) {
    /** From here on a span is long. */
    public static final long LONG_NANOS = 50_000_000L;

    /** Of a thread of which no more is known. */
    public LedgerSpan(
            String role, Activity activity, long startNanos, long endNanos, long excessNanos) {
        this(role, activity, startNanos, endNanos, excessNanos, OptionalLong.empty());
    }

    /** A wait, or work whose size is not known: nothing explains it. */
    public LedgerSpan(String role, Activity activity, long startNanos, long endNanos) {
        this(role, activity, startNanos, endNanos, endNanos - startNanos);
    }

    public long nanos() {
        return endNanos - startNanos;
    }
}
