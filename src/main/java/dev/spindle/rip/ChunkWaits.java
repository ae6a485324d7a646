package dev.spindle.rip;

import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;
import dev.spindle.timeline.ChartWindows;
import dev.spindle.timeline.WaitHistory;
import dev.spindle.timeline.WaitPoint;
import dev.spindle.timeline.WaitWindow;

import java.util.List;

/** The waits for chunks, from whoever waits to whoever looks. Safe for all threads. */
final class ChunkWaits {
    private final Gate gate;
    private final WaitWindow minute = new WaitWindow(ChartWindows.MINUTE_SECONDS);
    private final WaitWindow tenMinutes = new WaitWindow(ChartWindows.TEN_MINUTES_SECONDS);
    private final WaitHistory history = new WaitHistory(List.of(minute, tenMinutes));

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

    /** The last minute's. */
    List<WaitPoint> lastMinute() {
        return gate.read(minute::points);
    }

    /** Those of the last ten minutes. */
    List<WaitPoint> lastTenMinutes() {
        return gate.read(tenMinutes::points);
    }
}
