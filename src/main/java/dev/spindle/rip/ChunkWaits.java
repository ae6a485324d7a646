package dev.spindle.rip;

import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;
import dev.spindle.timeline.WaitHistory;
import dev.spindle.timeline.WaitPoint;

import java.util.List;

/** The waits for chunks, from whoever waits to whoever looks. Safe for all threads. */
final class ChunkWaits {
    private final Gate gate;
    private final WaitHistory history = new WaitHistory();

    ChunkWaits(Concurrency concurrency) {
        this.gate = concurrency.gate("chunk waits");
    }

    void add(double seconds, double waitSeconds) {
        gate.update(() -> history.add(seconds, waitSeconds));
    }

    /** Oldest first. */
    List<WaitPoint> points() {
        return gate.read(history::points);
    }
}
