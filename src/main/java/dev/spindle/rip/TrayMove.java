package dev.spindle.rip;

/** What a drive's tray can be asked for. */
public enum TrayMove {
    /** The disc comes out. */
    OPEN,
    CLOSE
}
