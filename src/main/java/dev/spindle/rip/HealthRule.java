package dev.spindle.rip;

import dev.spindle.range.DurationText;
import dev.spindle.run.Activity;
import dev.spindle.run.LedgerSnapshot;
import dev.spindle.timeline.Health;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Judges how the destination is doing, from what the roles are in and what the policy says. */
final class HealthRule {
    /** A storage call that takes longer makes the destination slow (DESIGN 4.2, "Health"). */
    private static final long SLOW_CALL_NANOS = Duration.ofSeconds(5).toNanos();

    private static final Set<Activity> STORAGE_CALLS =
            EnumSet.of(
                    Activity.WRITING,
                    Activity.KICKING,
                    Activity.CONFIRMING,
                    Activity.EVICTING,
                    Activity.SYNCING,
                    Activity.SAVING,
                    Activity.FILING);

    private HealthRule() {}

    /**
     * What the health is, and why; where all is well, what the file system can't do, if anything.
     */
    record Judgement(Health health, String reason) {}

    static Judgement judge(@Nullable Streaming streaming, Roles roles, long nowNanos) {
        if (streaming != null && streaming.pipeline().status().degraded()) {
            return new Judgement(Health.DEGRADED, streaming.pipeline().status().reason());
        }
        if (streaming != null && streaming.ledger().status().failing()) {
            return new Judgement(Health.DEGRADED, "the storage lost a write; reading it again");
        }
        for (var role : List.of(roles.writer(), roles.flusher(), roles.syncer())) {
            LedgerSnapshot ledger = role.ledger().snapshot();
            long nanos = nowNanos - ledger.sinceNanos();
            if (STORAGE_CALLS.contains(ledger.activity()) && nanos >= SLOW_CALL_NANOS) {
                return new Judgement(
                        Health.SLOW,
                        "a storage call has taken "
                                + DurationText.formatNanos(nanos)
                                + " so far ("
                                + ledger.role()
                                + ")");
            }
        }
        String limit = streaming == null ? "" : streaming.pipeline().status().reason();
        return new Judgement(Health.HEALTHY, limit);
    }
}
