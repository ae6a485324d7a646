package dev.spindle.rip;

import dev.spindle.run.LedgerSpan;
import dev.spindle.run.RoleWorker;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Tells of the long spans of the roles how long their threads were ready in them, and others had
 * the processors: a call that has returned looks just like one that lasts. One owner, the
 * conductor.
 */
final class ReadyWaits {
    /** What was waited further before a span than this does not count to it. */
    private static final long MOST_BEFORE_NANOS = 100_000_000L;

    /** A minute of looks; what lies further back is not asked for. */
    private static final int MOST_READINGS = 600;

    private final Roles roles;
    private final RoleThreads threads;
    private final Map<String, TreeMap<Long, Long>> readings = new HashMap<>();

    ReadyWaits(Roles roles, RoleThreads threads) {
        this.roles = roles;
        this.threads = threads;
    }

    /** Looks, at each tick, at those whose span is short yet: of the others it has the start. */
    void look(long nowNanos) {
        for (RoleWorker role : roles.all()) {
            var ledger = role.ledger().snapshot();
            if (nowNanos - ledger.sinceNanos() < LedgerSpan.LONG_NANOS) {
                threads.readyNanos(ledger.role())
                        .ifPresent(ready -> keep(ledger.role(), nowNanos, ready));
            }
        }
    }

    private void keep(String role, long nowNanos, long readyNanos) {
        var own = readings.computeIfAbsent(role, _ -> new TreeMap<>());
        own.put(nowNanos, readyNanos);
        if (own.size() > MOST_READINGS) {
            own.pollFirstEntry();
        }
    }

    /**
     * How much of an ended span its thread was ready and did not run; 0 where nobody knows. What it
     * waited in the tenth of a second before may be in it; what it may have waited earlier since
     * the last look is not.
     */
    long in(LedgerSpan span) {
        OptionalLong atEnd = span.readyNanos();
        if (atEnd.isEmpty()) {
            return 0;
        }
        var own = readings.get(span.role());
        var before = own == null ? null : own.floorEntry(span.startNanos());
        keep(span.role(), span.endNanos(), atEnd.getAsLong());
        if (before == null) {
            return 0;
        }
        long ageNanos = span.startNanos() - before.getKey();
        long waited =
                atEnd.getAsLong() - before.getValue() - Math.max(0, ageNanos - MOST_BEFORE_NANOS);
        // A role that has got another thread begins anew.
        return Math.clamp(waited, 0, span.nanos());
    }

    /**
     * How much of a stretch of time the thread of a role was ready and did not run, by the looks
     * around it: only of one whose spans are short; 0 where nobody knows.
     */
    long between(String role, long startNanos, long endNanos) {
        var own = readings.getOrDefault(role, new TreeMap<>());
        var before = own.floorEntry(startNanos);
        if (before == null) {
            return 0;
        }
        var after = own.ceilingEntry(endNanos);
        var until = after == null ? own.lastEntry() : after;
        long nanos = until.getKey() - before.getKey();
        if (nanos <= 0) {
            return 0;
        }
        double share = Math.clamp((double) (until.getValue() - before.getValue()) / nanos, 0, 1);
        return (long) (share * (endNanos - startNanos));
    }
}
