package dev.spindle.drive.script;

import java.io.Serial;

/** A mistake in a script; the message names its place: {@code line 3, column 7: …}. */
public final class ScriptException extends IllegalArgumentException {
    @Serial private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    ScriptException(int line, int column, String problem) {
        super("line " + line + ", column " + column + ": " + problem);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
