package dev.spindle.ui.common;

import java.io.IOException;

/**
 * What the window asks of the machine around it. All but {@link #systemFacts} may block: never call
 * them on the interface thread.
 */
public interface Desktop {
    /**
     * Shows a folder in the file manager.
     *
     * @throws IOException with one sentence for the user
     */
    void openFolder(String folder) throws IOException;

    /**
     * Writes a new file; where the name is taken, one with a number.
     *
     * @param path absolute
     * @return its path
     * @throws IOException with one sentence for the user
     */
    String save(String path, byte[] content) throws IOException;

    /** The latest lines of the program's log, oldest first. */
    String log();

    /** The latest events of all rips, a JSON object a line, oldest first. */
    String events();

    /** Facts about program, Java and system, a line each; nothing about the user's files. */
    String systemFacts();
}
