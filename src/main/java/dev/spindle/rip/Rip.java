package dev.spindle.rip;

import dev.spindle.run.Deadline;

/** A rip under way, as the faces of the program see it. Safe for all threads; nothing blocks. */
public interface Rip {
    RipSnapshot snapshot();

    /**
     * Stops it: the drive gets no new command, what was read is saved as long as the storage makes
     * progress. A second call abandons the saving.
     */
    void stop();

    /**
     * Waits for the verdict.
     *
     * @return false where the deadline passed first
     */
    boolean awaitEnd(Deadline deadline);
}
