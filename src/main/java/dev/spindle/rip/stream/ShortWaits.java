package dev.spindle.rip.stream;

import dev.spindle.timeline.StallBook;
import dev.spindle.timeline.Wait;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Waits for the ring that are too short to be stalls, one behind the other. Where the storage is
 * the slower one, and takes small pieces, the drive waits a hundred times a second: what adds up to
 * a stall within a second is one. One owner, the reader.
 */
final class ShortWaits {
    /** Less than a stall in this time is what any rip has. */
    private static final long WITHIN_NANOS = Duration.ofSeconds(1).toNanos();

    private final List<Wait> waits = new ArrayList<>();
    private long nanos;

    /**
     * One more has ended.
     *
     * @return those that are a stall together, handed over once; empty where they are none yet
     */
    List<Wait> add(long startNanos, long endNanos) {
        while (!waits.isEmpty() && waits.getFirst().startNanos() < endNanos - WITHIN_NANOS) {
            nanos -= waits.removeFirst().nanos();
        }
        var wait = new Wait(startNanos, endNanos);
        waits.add(wait);
        nanos += wait.nanos();
        if (nanos < StallBook.STALL_NANOS) {
            return List.of();
        }
        var together = List.copyOf(waits);
        clear();
        return together;
    }

    void clear() {
        waits.clear();
        nanos = 0;
    }
}
