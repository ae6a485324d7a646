package dev.spindle.run;

/**
 * A stretch of time in which a role did one thing.
 *
 * @param role the role's name
 * @param activity what it did
 * @param startNanos when it began, on the clock of {@link Concurrency#nanoTime}
 * @param endNanos when it ended
 * @param excessNanos how much of it the usual pace of such work does not explain
 */
public record LedgerSpan(
        String role, Activity activity, long startNanos, long endNanos, long excessNanos) {
    /** A wait, or work whose size is not known: nothing explains it. */
    public LedgerSpan(String role, Activity activity, long startNanos, long endNanos) {
        this(role, activity, startNanos, endNanos, endNanos - startNanos);
    }

    public long nanos() {
        return endNanos - startNanos;
    }
}
