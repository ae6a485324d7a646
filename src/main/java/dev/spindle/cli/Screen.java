package dev.spindle.cli;

import java.io.PrintStream;

/**
 * Standard error: lines, and on a terminal one status line that is drawn again and again below
 * them. Safe for all threads without a lock, since each change is one call of print.
 */
final class Screen {
    private static final String CLEAR = "\r\u001b[K";

    /** Lets the terminal cut off a long line, which could not be drawn over if it wrapped. */
    private static final String NO_WRAP = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";

    private final PrintStream err;
    private final boolean isTerminal;
    private volatile String status = "";

    Screen(PrintStream err, boolean isTerminal) {
        this.err = err;
        this.isTerminal = isTerminal;
    }

    boolean isTerminal() {
        return isTerminal;
    }

    /** Prints whole lines above the status line. */
    void line(String text) {
        String before = status;
        print((before.isEmpty() ? "" : CLEAR) + Texts.harmless(text) + "\n" + drawn(before));
        String now = status;
        if (!now.equals(before)) {
            print(CLEAR + drawn(now));
        }
    }

    /** Draws the status line; not for what is no terminal. */
    void status(String text) {
        status = Texts.oneLine(text);
        print(CLEAR + drawn(status));
    }

    /** Takes the status line away. */
    void clear() {
        if (!status.isEmpty()) {
            status = "";
            print(CLEAR);
        }
    }

    private static String drawn(String status) {
        return status.isEmpty() ? "" : NO_WRAP + status + WRAP;
    }

    private void print(String text) {
        err.print(text);
        err.flush();
    }
}
