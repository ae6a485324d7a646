package dev.spindle.timeline;

import java.time.Duration;

/**
 * How the destination is doing (src/docs/writeback.md, "Health"): slow is not broken, and broken is
 * not for ever. Pure; looked at about ten times a second; one owner.
 */
public final class HealthMachine {
    /** So long nothing may move before the destination counts as degraded. */
    public static final long STILL_NANOS = Duration.ofSeconds(30).toNanos();

    /** A call that takes longer makes the destination slow. */
    static final long SLOW_CALL_NANOS = Duration.ofSeconds(5).toNanos();

    /** So long the device must have been behind the source, or not, for a change. */
    static final long BEHIND_NANOS = Duration.ofSeconds(10).toNanos();

    /** So long there must have been no new fault before all is well again. */
    static final long CALM_NANOS = Duration.ofSeconds(30).toNanos();

    /** What has not moved for longer makes no progress now. */
    private static final long MOVING_NANOS = Duration.ofSeconds(2).toNanos();

    /** Looks this far apart mean that the whole program stood still. */
    private static final long GAP_NANOS = Duration.ofSeconds(1).toNanos();

    private State state;
    private long lookedNanos;
    private long awakeNanos;
    private long progress = Long.MIN_VALUE;
    private long movedNanos;
    private long strainSinceNanos;
    private long easeSinceNanos;
    private boolean isStrained;
    private long faultNanos;
    private long barriersAtFault;
    private long errors;

    public HealthMachine(long nowNanos) {
        state = new State(Health.HEALTHY, "", nowNanos);
        movedNanos = nowNanos;
        lookedNanos = nowNanos;
        awakeNanos = nowNanos;
        easeSinceNanos = nowNanos - BEHIND_NANOS;
    }

    /**
     * What it is, and why.
     *
     * @param why a few words for people; empty where all is well
     * @param sinceNanos when it became so
     */
    public record State(Health health, String why, long sinceNanos) {}

    /**
     * One look at the destination.
     *
     * @param progress any number that changes when the destination has done something
     * @param callNanos how long the longest storage call under way has lasted; 0 without one
     * @param call who makes it, and what it is, for people
     * @param isBehind whether the device drains more slowly than the source gives
     * @param errors how many lost writes were reported so far
     * @param barriers how many barriers have succeeded so far
     */
    public record Look(
            long nowNanos,
            long progress,
            long callNanos,
            String call,
            boolean isBehind,
            long errors,
            long barriers) {}

    /** Takes a look into account. */
    public State look(Look look) {
        long now = look.nowNanos();
        noteGap(now);
        boolean moved = look.progress() != progress;
        progress = look.progress();
        if (moved || look.callNanos() == 0) {
            movedNanos = now;
        }
        noteStrain(look);
        if (look.errors() > errors) {
            errors = look.errors();
            recover(look, "the storage lost a write; it is written again");
        } else if (now - movedNanos >= STILL_NANOS) {
            degrade(look);
        } else {
            switch (state.health()) {
                case DEGRADED -> recover(look, "the storage moves again; a barrier must succeed");
                case RECOVERING -> becomeHealthy(look);
                case HEALTHY, SLOW -> judgeSpeed(look);
            }
        }
        return state;
    }

    /**
     * How long nothing has moved though somebody waits for it, by the latest look. A disk may be
     * still for half a minute and be none the worse for it: what it is called changes only then.
     */
    public long stillNanos() {
        return lookedNanos - movedNanos;
    }

    /** Who was not running has not seen whether the storage was. */
    private void noteGap(long now) {
        long gap = now - lookedNanos;
        lookedNanos = now;
        if (gap >= GAP_NANOS) {
            movedNanos += gap;
            awakeNanos = now;
        }
    }

    private boolean isLongCall(Look look) {
        return Math.min(look.callNanos(), look.nowNanos() - awakeNanos) >= SLOW_CALL_NANOS;
    }

    /** What a strained destination moves counts; what stands still is another matter. */
    private void noteStrain(Look look) {
        long now = look.nowNanos();
        boolean isMoving = now - movedNanos < MOVING_NANOS;
        boolean strained = isMoving && (look.isBehind() || isLongCall(look));
        if (strained && !isStrained) {
            strainSinceNanos = now;
        } else if (!strained && isStrained) {
            easeSinceNanos = now;
        }
        isStrained = strained;
    }

    private void degrade(Look look) {
        if (state.health() != Health.DEGRADED) {
            become(
                    Health.DEGRADED,
                    "no byte has moved for 30 s; a call is stuck (" + look.call() + ")",
                    look.nowNanos());
        }
    }

    private void recover(Look look, String why) {
        faultNanos = look.nowNanos();
        barriersAtFault = look.barriers();
        become(Health.RECOVERING, why, look.nowNanos());
    }

    private void becomeHealthy(Look look) {
        if (look.barriers() > barriersAtFault && look.nowNanos() - faultNanos >= CALM_NANOS) {
            become(Health.HEALTHY, "", look.nowNanos());
        }
    }

    private void judgeSpeed(Look look) {
        long now = look.nowNanos();
        if (state.health() == Health.HEALTHY && isStrained && isLongCall(look)) {
            become(Health.SLOW, "a storage call takes long (" + look.call() + ")", now);
        } else if (state.health() == Health.HEALTHY
                && isStrained
                && now - strainSinceNanos >= BEHIND_NANOS) {
            become(Health.SLOW, "the destination takes less than the source gives", now);
        } else if (state.health() == Health.SLOW
                && !isStrained
                && now - easeSinceNanos >= BEHIND_NANOS
                && now - movedNanos < MOVING_NANOS) {
            become(Health.HEALTHY, "", now);
        }
    }

    private void become(Health health, String why, long nowNanos) {
        long since = state.health() == health ? state.sinceNanos() : nowNanos;
        state = new State(health, why, since);
    }
}
