package dev.spindle.rip.verify;

import dev.spindle.run.RoleWorker;

import java.io.IOException;

/** Reads something back that was ripped. {@link #run} is for one thread, the rest for all. */
public interface VerifyWork {
    /**
     * Reads it, and ends soon after a stop.
     *
     * @param lease closed once nobody waits any more
     * @throws IOException with one sentence for the user, where there is nothing to compare
     */
    VerifyReport run(RoleWorker.Lease lease) throws IOException;

    /** How many bytes were read so far. */
    long readBytes();

    /** How many there are; 0 as long as that is not known. */
    long totalBytes();

    /** What is said of it where it was stopped in the middle of a call. */
    VerifyReport stopped();

    /** Ends programs that were started. Never blocks. */
    default void abandon() {}
}
