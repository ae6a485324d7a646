package dev.spindle.timeline;

/** Who is to blame for a stall. */
public enum Side {
    /** The drive or the disc in it. */
    DRIVE,
    /** The destination: disk, network share, file system. */
    STORAGE,
    /** The user, who paused. */
    USER,
    /** Spindle itself, or a machine that did not let it run. */
    SELF
}
