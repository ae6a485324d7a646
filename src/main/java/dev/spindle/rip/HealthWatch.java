package dev.spindle.rip;

import dev.spindle.range.DurationText;
import dev.spindle.run.Concurrency;
import dev.spindle.run.LedgerSnapshot;
import dev.spindle.timeline.Health;
import dev.spindle.timeline.HealthMachine;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Looks at the destination for the health machine, and holds the pipeline while it is degraded. */
final class HealthWatch {
    /** So long a destination may stand still in silence. */
    private static final long WORTH_TELLING_NANOS = Duration.ofSeconds(5).toNanos();

    /** With less than this in the ring the writer keeps up, whatever the rates say. */
    private static final double BACKLOG_FILL = 0.5;

    private final Concurrency concurrency;
    private final Roles roles;
    private final StorageProgress progress;
    private final SampleTaker samples;
    private final HealthMachine machine;
    private int stuckCalls;
    private String standstill = "";

    HealthWatch(
            Concurrency concurrency, Roles roles, StorageProgress progress, SampleTaker samples) {
        this.concurrency = concurrency;
        this.roles = roles;
        this.progress = progress;
        this.samples = samples;
        this.machine = new HealthMachine(concurrency.nanoTime());
    }

    /** Looks once. Before the bytes move there is only the length of calls to judge by. */
    HealthMachine.State look(@Nullable Streaming streaming, long readBackBytes) {
        long now = concurrency.nanoTime();
        Optional<LedgerSnapshot> longest = longestCall();
        long callNanos = longest.map(call -> now - call.sinceNanos()).orElse(0L);
        String call = longest.map(ledger -> text(ledger, now)).orElse("");
        var state = machine.look(look(streaming, readBackBytes, callNanos, call));
        boolean isDegraded = state.health() == Health.DEGRADED;
        stuckCalls = isDegraded ? stuck(now) : 0;
        standstill = isDegraded || streaming == null ? "" : standstill(call);
        if (streaming == null) {
            return state;
        }
        streaming.pipeline().hold(isDegraded);
        var status = streaming.pipeline().status();
        return status.degraded()
                ? new HealthMachine.State(Health.DEGRADED, status.reason(), state.sinceNanos())
                : state;
    }

    /** Where only answers are seen, a destination may move that has not answered. */
    private String standstill(String call) {
        if (machine.stillNanos() < WORTH_TELLING_NANOS) {
            return "";
        }
        return "The destination has not "
                + (progress.seesDevice() ? "moved" : "answered")
                + " for "
                + DurationText.formatNanos(machine.stillNanos())
                + " ("
                + call
                + ")";
    }

    /** A sentence about a destination that stands still, and counts as well nevertheless. */
    String standstill() {
        return standstill;
    }

    /** Calls that are stuck and that somebody still waits for. */
    int stuckCalls() {
        return stuckCalls;
    }

    private HealthMachine.Look look(
            @Nullable Streaming streaming, long readBackBytes, long callNanos, String call) {
        long now = concurrency.nanoTime();
        if (streaming == null) {
            return new HealthMachine.Look(now, now, callNanos, call, false, 0, 0);
        }
        var ledger = streaming.ledger().status();
        return new HealthMachine.Look(
                now,
                progress.ofDestination(streaming, readBackBytes),
                callNanos,
                call,
                isBehind(streaming),
                ledger.errors(),
                ledger.barriers());
    }

    private boolean isBehind(Streaming streaming) {
        return isBacklog(streaming) && samples.confirmedRate() < samples.readRate();
    }

    /** Whether much waits for the destination, or, once all is read, anything at all. */
    private static boolean isBacklog(Streaming streaming) {
        var ring = streaming.ring();
        return ring.fill() >= BACKLOG_FILL
                || (ring.isClosed()
                        && ring.backlogBytes() + streaming.ledger().unconfirmedBytes() > 0);
    }

    private Optional<LedgerSnapshot> longestCall() {
        return roles.storageCalls().min(Comparator.comparingLong(LedgerSnapshot::sinceNanos));
    }

    private int stuck(long now) {
        return (int)
                roles.storageCalls()
                        .filter(ledger -> now - ledger.sinceNanos() >= HealthMachine.STILL_NANOS)
                        .count();
    }

    private static String text(LedgerSnapshot ledger, long now) {
        return ledger.role()
                + ", "
                + ledger.activity().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + " for "
                + DurationText.formatNanos(now - ledger.sinceNanos());
    }
}
