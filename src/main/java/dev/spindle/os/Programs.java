package dev.spindle.os;

import java.io.IOException;
import java.util.List;

/** Starts other programs. Safe for all threads. */
@FunctionalInterface
public interface Programs {
    /**
     * Starts a program; it belongs to nobody else, and gets no terminal.
     *
     * @param words its name, looked for where the system looks for programs, and its arguments
     * @throws IOException with one sentence for the user where it can't be started
     */
    RunningProgram start(List<String> words) throws IOException;
}
