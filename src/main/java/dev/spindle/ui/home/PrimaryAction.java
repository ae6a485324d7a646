package dev.spindle.ui.home;

/** What the one primary button does now. */
public enum PrimaryAction {
    RIP("fth-disc"),
    /** Rip when the images before it are done. */
    QUEUE("fth-clock"),
    UNQUEUE("fth-x"),
    STOP("fth-square"),
    ABANDON("fth-x"),
    ABANDONING("fth-x"),
    NEW_RIP("fth-rotate-ccw");

    private final String icon;

    PrimaryAction(String icon) {
        this.icon = icon;
    }

    String icon() {
        return icon;
    }
}
