package dev.spindle.writeback;

import dev.spindle.run.RoleWorker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** The way from the writer to the output file. One thread, the writer's, writes and finishes. */
public interface Pipeline {
    /** The most that one buffer holds; it divides every chunk bound. */
    int MAX_WRITE_BYTES = 1 << 20;

    /**
     * The most of several buffers that one call is given: by the writing race more brings nothing.
     */
    int MAX_GATHERED_BYTES = 8 << 20;

    /**
     * Writes the buffer's remaining bytes at the position, then does what the policy does.
     *
     * @throws IOException where the file did not take them; nothing of them counts then
     */
    default void write(ByteBuffer from, long positionBytes, RoleWorker.Lease writer)
            throws IOException {
        write(List.of(from), positionBytes, writer);
    }

    /**
     * The same of buffers that lie one behind the other.
     *
     * @param from one at least; of several at most {@link #mostBytes} together
     */
    void write(List<ByteBuffer> from, long positionBytes, RoleWorker.Lease writer)
            throws IOException;

    /**
     * How much it wants to be given at once where so much is there; 0 where one buffer at a time is
     * as well. Safe for all threads; never blocks.
     */
    default long mostBytes() {
        return 0;
    }

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
