package dev.spindle.drive.image;

import java.util.Locale;

/** What is wrong with a cue sheet, and in which line. */
final class CueException extends Exception {
    private static final long serialVersionUID = 1;

    CueException(int line, String what) {
        super(String.format(Locale.ROOT, "line %d: %s", line, what));
    }
}
