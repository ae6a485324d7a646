package dev.spindle.rip;

import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;

import java.util.Optional;

/** Owns the stage of a rip that can be taken off its destination. Safe for all threads. */
final class DetourProgress {
    private final Gate gate;

    /** Guarded by the gate. */
    private DetourStage stage = new DetourStage.Straight();

    DetourProgress(Concurrency concurrency) {
        this.gate = concurrency.gate("detour");
    }

    DetourStage now() {
        return gate.read(() -> stage);
    }

    /** The second half, once it is there. */
    Optional<DetourStage.Staged> staged() {
        return now() instanceof DetourStage.Staged staged ? Optional.of(staged) : Optional.empty();
    }

    /**
     * A folder is asked for. One at a time, and none once anything is decided.
     *
     * @return whether it is to be looked at; who is told so has to {@link #leave}, to {@link
     *     #refuse} or to {@link #settle}
     */
    boolean ask() {
        return gate.read(() -> {
            boolean isFree = stage instanceof DetourStage.Straight;
            stage = isFree ? new DetourStage.Asked() : stage;
            return isFree;
        });
    }

    /** The folder can't be used: another one may be asked for. */
    void refuse(String why, Deadline until) {
        gate.update(() -> stage = new DetourStage.Straight(why, until));
    }

    /** The straight rip is stopped for the folder. */
    void leave(String notice) {
        gate.update(() -> stage = new DetourStage.Leaving(notice));
    }

    /** The second half has begun. */
    void follow(DetourStage.Staged staged) {
        gate.update(() -> stage = staged);
    }

    /** Nothing came of what was asked for, and the straight rip was perhaps stopped for it. */
    void settle() {
        gate.update(() -> {
            if (stage instanceof DetourStage.Asked || stage instanceof DetourStage.Leaving) {
                stage = new DetourStage.Settled();
            }
        });
    }

    /** The straight rip is over: where no detour was asked for by now, none is taken any more. */
    DetourStage onceStraightIsOver() {
        return gate.read(() -> {
            boolean _ = isDecided();
            return stage;
        });
    }

    /** The straight rip is over: waits until it is known whether anything follows on it. */
    boolean awaitDecided(Deadline deadline) {
        return gate.await(this::isDecided, deadline, StopToken.never()) == Gate.Outcome.MET;
    }

    /** In one step with the question, or a detour could be taken in between. Behind the gate. */
    private boolean isDecided() {
        if (stage instanceof DetourStage.Straight) {
            stage = new DetourStage.Settled();
        }
        return stage instanceof DetourStage.Settled || stage instanceof DetourStage.Staged;
    }
}
