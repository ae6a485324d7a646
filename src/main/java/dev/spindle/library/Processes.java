package dev.spindle.library;

import java.time.Instant;

/** Which processes run. A number alone is not enough: the system gives it out again. */
public final class Processes {
    private Processes() {}

    /** Whether a process with this number has run since that time. */
    public static boolean isAlive(long pid, Instant since) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().startInstant())
                .filter(start -> !start.isAfter(since))
                .isPresent();
    }

    /** Whether there is a process with this number. */
    public static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).isPresent();
    }
}
