package dev.spindle.timeline;

import dev.spindle.run.WorkPace;

/**
 * What a read command may take at the disc's own speed: learnt from the reads that went well, so
 * that a slow disc is not a stalled one. One owner, the reader.
 */
public final class ReadExpectation {
    private final WorkPace pace = new WorkPace(Restart.SPIN_UP_NANOS);
    private boolean isWarm;

    /**
     * How much of a good command's time the disc's own speed does not explain.
     *
     * @return nanoseconds, 0 where all is as expected
     */
    public long excessNanos(long commandNanos, int bytes) {
        if (!isWarm) {
            // The first read tells of the spin-up, not of the disc: the next one is learnt from.
            isWarm = true;
            return Math.max(0, commandNanos - Restart.SPIN_UP_NANOS);
        }
        return pace.excessNanos(commandNanos, bytes);
    }
}
