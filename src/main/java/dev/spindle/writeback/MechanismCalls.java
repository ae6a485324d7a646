package dev.spindle.writeback;

import dev.spindle.os.OsException;
import dev.spindle.range.ByteRange;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** A mechanism at work on one file. The writer writes; everything else is the flusher's. */
interface MechanismCalls {
    Mechanism mechanism();

    /**
     * One write call of what lies between position and limit, which is not moved.
     *
     * @return how many bytes were taken; may be fewer
     */
    int write(ByteBuffer from, long offsetBytes) throws OsException;

    /** The same of buffers that lie one behind the other: of the first, or of more of them. */
    default int write(List<ByteBuffer> from, long offsetBytes) throws OsException {
        return write(from.getFirst(), offsetBytes);
    }

    /** Whether one call for several buffers is better than a call for each. */
    default boolean gathers() {
        return false;
    }

    /** Whether a chunk is to be kicked before it is confirmed. */
    default boolean kicks() {
        return false;
    }

    /** Starts bringing the chunk to the device; may do nothing. */
    default void kick(ByteRange chunk) throws OsException {}

    /** Returns once the chunk has reached the device; a failure speaks for the whole file. */
    void confirm(ByteRange chunk) throws OsException;

    /** Whether {@link #confirm} speaks for everything that was written, not the chunk alone. */
    default boolean confirmsAll() {
        return false;
    }

    /** Frees the page cache of what was confirmed up to here. */
    default void evict(ByteRange chunk) throws OsException {}

    /** Whether {@link #objection} wants to see more before it says that all is well. */
    default boolean isUndecided() {
        return false;
    }

    /**
     * Looks whether it does what it says, once it says that its first chunk has arrived.
     *
     * @return why it does not; empty where it does
     */
    default Optional<String> objection(ByteRange chunk) throws OsException {
        return Optional.empty();
    }
}
