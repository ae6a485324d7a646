package dev.spindle.writeback;

import dev.spindle.run.RoleWorker;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The way from the writer to the output file. One thread, the writer's, calls it. */
public interface Pipeline {
    /** The most that one write call is given; it divides every chunk bound (DESIGN 4.1). */
    int MAX_WRITE_BYTES = 1 << 20;

    /**
     * Writes the buffer's remaining bytes at the position, then does what the policy does.
     *
     * @throws IOException where the file did not take them; nothing of them counts then
     */
    void write(ByteBuffer from, long positionBytes, RoleWorker.Lease writer) throws IOException;

    /** Ends what is pending, before the final sync. */
    void finish(RoleWorker.Lease writer) throws IOException;

    /** Safe for all threads. */
    PolicyStatus status();
}
