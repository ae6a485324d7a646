package dev.spindle.rip.stream;

import dev.spindle.timeline.Side;
import dev.spindle.timeline.Wait;

import java.util.List;

/** Where the reader reports the stalls that only it can judge. Safe for all threads. */
public interface StallReporter {
    /** It stood still from then to then. */
    void stalled(String role, long startNanos, long endNanos, Side side, String cause);

    /** It waited again and again, for 50 ms or more in all; the oldest wait comes first. */
    void waitedOften(String role, List<Wait> waits, Side side, String cause);
}
