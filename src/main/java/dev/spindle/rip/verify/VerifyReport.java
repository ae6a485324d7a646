package dev.spindle.rip.verify;

import java.util.List;
import java.util.OptionalLong;

/**
 * What came out of reading a rip back.
 *
 * @param text one or more sentences for people
 * @param image absolute path
 * @param bytes its size now
 * @param fromMemoryBytes how much of it still lay in the page cache before it was read; empty where
 *     the kernel can't tell
 * @param checks one for each known hash; none where not all was read
 */
public record VerifyReport(
        Outcome outcome,
        String text,
        String image,
        long bytes,
        OptionalLong fromMemoryBytes,
        List<HashCheck> checks) {
    /** How it ended; exit codes as the README has them for rips. */
    public enum Outcome {
        EQUAL(0),
        /** The storage did not keep what was ripped. */
        DIFFERENT(4),
        /** The storage does not give it back. */
        UNREADABLE(4),
        STOPPED(3);

        private final int exitCode;

        Outcome(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    public VerifyReport {
        checks = List.copyOf(checks);
    }
}
