package dev.spindle.rip;

import dev.spindle.run.Deadline;

import java.util.List;
import java.util.Optional;

/** A rip under way, as the faces of the program see it. Safe for all threads; nothing blocks. */
public interface Rip extends EventSource {
    RipSnapshot snapshot();

    /** The events since the last call, oldest first; for one taker. */
    @Override
    List<RipEvent> takeEvents();

    /**
     * Stops it: the drive gets no new command, what was read is saved as long as the storage makes
     * progress. A second call abandons the saving.
     */
    void stop();

    /**
     * Lets the drive rest: it gets no further command until {@link #resume}. What was read is
     * written and becomes durable meanwhile. The time is billed to the user. Where nothing is left
     * to read it does nothing; a stop ends it.
     */
    void pause();

    /** Ends a pause. */
    void resume();

    /**
     * Asks the drive for another speed of reading, from its next command on. Where the drive can't
     * change it, or nothing is left to read, it does nothing.
     *
     * @param speed empty for the fastest
     */
    void changeSpeed(Optional<ReadSpeed> speed);

    /**
     * Waits for the verdict.
     *
     * @return false where the deadline passed first
     */
    boolean awaitEnd(Deadline deadline);
}
