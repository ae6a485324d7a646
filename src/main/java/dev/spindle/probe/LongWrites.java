package dev.spindle.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the stalls of a writer; where there are very many, the longest. The writer writes, all may
 * read.
 */
final class LongWrites {
    static final int MOST = 600;

    private volatile List<ProbeStall> stalls = List.of();
    private long leastNanos = Duration.ofMillis(50).toNanos();

    /** The writer could not go on for so long. */
    void add(long startNanos, long nanos) {
        if (nanos < leastNanos) {
            return;
        }
        var next = new ArrayList<>(stalls);
        next.add(new ProbeStall(startNanos / 1e9, nanos / 1e9));
        while (next.size() > MOST) {
            leastNanos *= 2;
            next.removeIf(stall -> stall.seconds() * 1e9 < leastNanos);
        }
        stalls = List.copyOf(next);
    }

    List<ProbeStall> stalls() {
        return stalls;
    }
}
