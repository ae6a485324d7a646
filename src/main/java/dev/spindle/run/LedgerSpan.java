package dev.spindle.run;

/**
 * A stretch of time in which a role did one thing.
 *
 * @param role the role's name
 * @param activity what it did
 * @param startNanos when it began, on the clock of {@link Concurrency#nanoTime}
 * @param endNanos when it ended
 */
public record LedgerSpan(String role, Activity activity, long startNanos, long endNanos) {
    public long nanos() {
        return endNanos - startNanos;
    }
}
