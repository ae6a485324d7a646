package dev.spindle.os;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A program that was started. All but {@link #end} may block for as long as it pleases, and are for
 * one thread at a time.
 */
public interface RunningProgram {
    /** Writes all of it to the program's standard input. */
    void write(ByteBuffer content) throws IOException;

    /** Ends its standard input. */
    void endInput() throws IOException;

    /**
     * Reads from its standard output.
     *
     * @return how many bytes came; -1 at the end
     */
    int read(byte[] into) throws IOException;

    /** Waits until it has ended; returns its exit code. */
    int awaitEnd() throws IOException;

    /** What it has said on standard error, at most some lines; once it has ended. */
    String complaint() throws IOException;

    /** Ends it by force. Safe for all threads; never blocks. */
    void end();
}
