package dev.spindle.rip;

/** How a rip ended, with the exit code that stands for it (README, exit codes). */
public enum RipOutcome {
    COMPLETE(0),
    /** Holes, or an image shorter than its own file system says. */
    FINISHED_WITH_HOLES(2),
    /** By the user; can be resumed. */
    STOPPED(3),
    DESTINATION_FAILED(4),
    DRIVE_FAILED(5),
    PROTECTED_DISC(6),
    /** Everything was read, but the storage did not confirm it. */
    NOT_CONFIRMED(7),
    /** A drive, name, option or script that can't be used. */
    REFUSED_INPUT(1),
    /** A fault of our own. */
    INTERNAL_ERROR(70);

    private final int exitCode;

    RipOutcome(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
