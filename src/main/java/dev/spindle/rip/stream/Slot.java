package dev.spindle.rip.stream;

import dev.spindle.range.ByteRange;
import dev.spindle.writeback.Pipeline;

import java.nio.ByteBuffer;

/**
 * One buffer of the ring, for a run of bytes that lies within one MiB of the image. Handed from the
 * reader to writer and hasher through the ring; whoever holds it may touch it.
 */
public final class Slot {
    static final int BYTES = Pipeline.MAX_WRITE_BYTES;

    /** O_DIRECT wants aligned memory; a page satisfies every device. */
    private static final int ALIGNMENT_BYTES = 4096;

    private final ByteBuffer buffer;
    private long positionBytes;
    private int takers;

    Slot() {
        buffer = ByteBuffer.allocateDirect(BYTES + ALIGNMENT_BYTES).alignedSlice(ALIGNMENT_BYTES);
    }

    /** Where in the image its first byte belongs. */
    public long positionBytes() {
        return positionBytes;
    }

    public ByteRange range() {
        return ByteRange.at(positionBytes, buffer.position());
    }

    boolean isEmpty() {
        return buffer.position() == 0;
    }

    /** What was read, ready to be taken; independent of other takers. */
    public ByteBuffer content() {
        return buffer.duplicate().flip();
    }

    /** Where the next read puts its bytes. */
    ByteBuffer target() {
        return buffer;
    }

    void startAt(long newPositionBytes) {
        buffer.clear();
        buffer.limit((int) (BYTES - newPositionBytes % BYTES));
        positionBytes = newPositionBytes;
    }

    void filled(int bytes) {
        buffer.position(buffer.position() + bytes);
    }

    /** Whether a read of so many bytes at the position continues it. */
    boolean continuesAt(long position, int bytes) {
        return position == positionBytes + buffer.position() && buffer.remaining() >= bytes;
    }

    boolean isFull() {
        return !buffer.hasRemaining();
    }

    void handTo(int newTakers) {
        takers = newTakers;
    }

    /** One taker is done; whether it was the last. */
    boolean isReleased() {
        takers--;
        return takers == 0;
    }
}
