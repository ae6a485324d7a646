package dev.spindle.writeback;

import dev.spindle.run.RoleWorker;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The way from the writer to the output file. One thread, the writer's, writes and finishes. */
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

    /**
     * The destination makes no progress, or does again: while it is held nothing new is started.
     * Safe for all threads; never blocks.
     */
    default void hold(boolean isHeld) {}

    /**
     * Gives back what it holds of the device's budget, and lets its flusher end. To be called once
     * nobody writes any more. Safe for all threads; never blocks.
     */
    default void close() {}

    /** Safe for all threads. */
    PolicyStatus status();
}
