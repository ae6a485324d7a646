package dev.spindle.rip.record;

import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;

/** How far a rip has come, as {@code NAME.rip.json} says it. */
public enum RipState {
    /** Under way, or ended without a word: by a crash or a power cut. */
    RUNNING,
    /** By the user; can be resumed. */
    STOPPED,
    /** Ended by a drive, destination or program that failed; can be resumed. */
    FAILED,
    FINISHED_WITH_HOLES,
    COMPLETE;

    /** The words in the file: {@code finished with holes}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
