package dev.spindle.rip;

import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;

/** Wakes the conductor: rung when a role's work has returned, and when the user stops. */
final class Bell {
    private final Gate gate;
    private long rings;
    private long heard;

    Bell(Concurrency concurrency) {
        this.gate = concurrency.gate("bell");
    }

    void ring() {
        gate.update(() -> rings++);
    }

    /** Waits for the next ring, or one that was not heard yet. For the conductor only. */
    void await(Deadline deadline) {
        var _ = gate.await(() -> rings != heard, deadline, StopToken.never());
        heard = gate.read(() -> rings);
    }
}
