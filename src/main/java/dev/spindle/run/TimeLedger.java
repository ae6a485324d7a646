package dev.spindle.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Books the time of one role: at each moment it is in exactly one {@link Activity}, so that the
 * times add up to the wall time. Safe for all threads; the role's current thread enters, others
 * look.
 */
public final class TimeLedger {
    private static final int MOST_SPANS = 4096;

    /** What the first piece of work may take, of which nobody knows yet how long it should. */
    private static final long FIRST_WORK_NANOS = 500_000_000L;

    /** A smaller piece takes as long as a call takes, which tells nothing of the pace by size. */
    private static final long LEAST_WORK_BYTES = 256 << 10;

    private final Concurrency concurrency;
    private final String role;
    private final Gate gate;
    private final Map<Activity, Long> nanosIn = new EnumMap<>(Activity.class);
    private final List<LedgerSpan> longSpans = new ArrayList<>();
    private final DurationHistogram calls = new DurationHistogram();
    private final WorkPace pace = new WorkPace(FIRST_WORK_NANOS);
    private Activity activity = Activity.IDLE;
    private long workBytes;

    // Changed behind the gate, by the role's own thread.
    private volatile long sinceNanos;

    public TimeLedger(Concurrency concurrency, String role) {
        this.concurrency = concurrency;
        this.role = role;
        this.gate = concurrency.gate("ledger " + role);
        this.sinceNanos = concurrency.nanoTime();
    }

    public String role() {
        return role;
    }

    /**
     * From now on the role does this.
     *
     * @return the nanoseconds that it had been doing the previous thing
     */
    public long enter(Activity next) {
        return enter(next, 0);
    }

    /**
     * From now on the role does this piece of work.
     *
     * @param bytes its size, by which its usual pace is known; 0 where it has none
     * @return the nanoseconds that it had been doing the previous thing
     */
    public long enter(Activity next, long bytes) {
        return enter(next, bytes, OptionalLong.empty());
    }

    /** The same, with what {@link LedgerSpan#readyNanos} of the previous thing is. */
    long enter(Activity next, long bytes, OptionalLong readyNanos) {
        return gate.read(() -> switchTo(next, bytes, readyNanos));
    }

    /** Whether what the role does, which must be the calling thread's, has become a long span. */
    boolean isLong() {
        return concurrency.nanoTime() - sinceNanos >= LedgerSpan.LONG_NANOS;
    }

    public LedgerSnapshot snapshot() {
        return gate.read(() -> {
            long now = concurrency.nanoTime();
            var totals = new EnumMap<Activity, Long>(nanosIn);
            totals.merge(activity, now - sinceNanos, Long::sum);
            return new LedgerSnapshot(role, activity, sinceNanos, totals);
        });
    }

    /** Hands over, once, the spans of 50 ms and more that have ended. */
    public List<LedgerSpan> takeLongSpans() {
        return gate.read(() -> {
            var taken = List.copyOf(longSpans);
            longSpans.clear();
            return taken;
        });
    }

    /**
     * The lengths of the single calls and waits in which the role could not take new work. One that
     * goes on counts as long as it has lasted: it may never return.
     */
    public DurationHistogram busySpans() {
        return gate.read(() -> {
            var spans = calls.copy();
            if (isBusy()) {
                spans.add(concurrency.nanoTime() - sinceNanos);
            }
            return spans;
        });
    }

    private boolean isBusy() {
        return activity != Activity.IDLE && activity != Activity.WAITING_FOR_DATA;
    }

    private long switchTo(Activity next, long bytes, OptionalLong readyNanos) {
        long now = concurrency.nanoTime();
        long nanos = now - sinceNanos;
        nanosIn.merge(activity, nanos, Long::sum);
        long excess =
                workBytes > 0
                        ? pace.excessNanos(nanos, Math.max(LEAST_WORK_BYTES, workBytes))
                        : nanos;
        if (nanos >= LedgerSpan.LONG_NANOS && longSpans.size() < MOST_SPANS) {
            longSpans.add(new LedgerSpan(role, activity, sinceNanos, now, excess, readyNanos));
        }
        if (isBusy()) {
            calls.add(nanos);
        }
        activity = next;
        workBytes = bytes;
        sinceNanos = now;
        return nanos;
    }
}
