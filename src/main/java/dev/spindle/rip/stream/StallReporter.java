package dev.spindle.rip.stream;

import dev.spindle.timeline.Side;

/** Where the reader reports the stalls that only it can judge. Safe for all threads. */
@FunctionalInterface
public interface StallReporter {
    void stalled(String role, long startNanos, long endNanos, Side side, String cause);
}
