package dev.spindle.ui.charts;

import dev.spindle.timeline.Side;

import javafx.scene.paint.Color;

import java.util.Locale;

/** The colours that charts and maps draw with. The style sheet sets each as {@code -ink-NAME}. */
public enum Ink {
    READ,
    WRITTEN,
    CONFIRMED,
    CHUNK,
    UNCONFIRMED,
    BUDGET,
    WAIT,
    P50,
    P95,
    DRIVE,
    STORAGE,
    USER,
    SELF,
    FINISHED,
    TRIMMED,
    SCRAPED,
    RETRIED,
    SKIPPED,
    BAD,
    OPEN,
    HEAD,
    CURSOR,
    GRID,
    TEXT,
    /** For letters on the colour of a side. */
    LETTER;

    static Ink of(Side side) {
        return switch (side) {
            case DRIVE -> DRIVE;
            case STORAGE -> STORAGE;
            case USER -> USER;
            case SELF -> SELF;
        };
    }

    String cssName() {
        return "-ink-" + name().toLowerCase(Locale.ROOT);
    }

    /** Until the style sheet has spoken. */
    Color initial() {
        return Color.GRAY;
    }
}
