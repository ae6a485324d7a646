package dev.spindle.run;

import java.util.Map;

/**
 * A role's ledger at one moment. The times add up to the time since the ledger was opened.
 *
 * @param role the role's name
 * @param activity what it is doing
 * @param sinceNanos when it began to do that
 * @param nanosIn total time by activity, the running one included
 */
public record LedgerSnapshot(
        String role, Activity activity, long sinceNanos, Map<Activity, Long> nanosIn) {
    public LedgerSnapshot {
        nanosIn = Map.copyOf(nanosIn);
    }

    public long nanosIn(Activity wanted) {
        return nanosIn.getOrDefault(wanted, 0L);
    }
}
