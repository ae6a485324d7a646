package dev.spindle.rip.verify;

import dev.spindle.run.Deadline;

import java.io.IOException;

/** A rip that is being read back. One thread asks; {@link #stop} is safe for all. */
public interface Verification {
    /**
     * Waits for the end.
     *
     * @return whether it has ended
     */
    boolean awaitEnd(Deadline deadline);

    /** How many bytes were read so far. Never blocks. */
    long readBytes();

    /** How many there are; 0 as long as that is not known. Never blocks. */
    long totalBytes();

    /** Asks it to end soon; a hung call is given up. */
    void stop();

    /**
     * What came out; only after the end.
     *
     * @throws IOException with one sentence for the user, where there was nothing to compare
     */
    VerifyReport report() throws IOException;
}
