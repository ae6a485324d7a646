package dev.spindle.rip.stream;

import dev.spindle.range.ByteRange;
import dev.spindle.writeback.Pipeline;

import java.nio.ByteBuffer;

/**
 * One buffer of the ring, for a run of bytes that lies within one stride of the image: a MiB, or a
 * little less where reads don't divide that. Handed from the reader to writer and hasher through
 * the ring; whoever holds it may touch it.
 */
public final class Slot {
    static final int BYTES = Pipeline.MAX_WRITE_BYTES;

    /**
     * O_DIRECT wants aligned memory; a page satisfies every device. A run that begins within a page
     * of the file begins so in memory, so that what is aligned in the one is in the other.
     */
    static final int ALIGNMENT_BYTES = 4096;

    private final ByteBuffer buffer;
    private final int strideBytes;
    private int base;
    private long positionBytes;
    private int takers;
    private boolean isFill;

    /**
     * @param strideBytes no run crosses a multiple of this
     */
    Slot(int strideBytes) {
        this.strideBytes = strideBytes;
        buffer =
                ByteBuffer.allocateDirect(BYTES + 2 * ALIGNMENT_BYTES)
                        .alignedSlice(ALIGNMENT_BYTES);
    }

    /** Where in the image its first byte belongs. */
    public long positionBytes() {
        return positionBytes;
    }

    public ByteRange range() {
        return ByteRange.at(positionBytes, length());
    }

    boolean isEmpty() {
        return length() == 0;
    }

    /** What was read, ready to be taken; independent of other takers. */
    public ByteBuffer content() {
        return buffer.duplicate().flip().position(base);
    }

    /** Where the next read puts its bytes. */
    ByteBuffer target() {
        return buffer;
    }

    void startAt(long newPositionBytes) {
        base = (int) (newPositionBytes % ALIGNMENT_BYTES);
        int room = (int) (strideBytes - newPositionBytes % strideBytes);
        buffer.clear().position(base).limit(base + room);
        positionBytes = newPositionBytes;
        isFill = false;
    }

    /** What it holds is not from the disc: it only says that nothing was read. */
    void markFill() {
        isFill = true;
    }

    boolean isFill() {
        return isFill;
    }

    private int length() {
        return buffer.position() - base;
    }

    void filled(int bytes) {
        buffer.position(buffer.position() + bytes);
    }

    /** Whether a read of so many bytes at the position continues it. */
    boolean continuesAt(long position, int bytes) {
        return position == positionBytes + length() && buffer.remaining() >= bytes;
    }

    /**
     * Whether one call can write it behind the other one: it goes on there in the image, at a page,
     * and holds the same kind of bytes.
     */
    boolean canFollow(Slot before) {
        return positionBytes == before.range().endBytes()
                && positionBytes % ALIGNMENT_BYTES == 0
                && before.base == 0
                && isFill == before.isFill;
    }

    /**
     * Whether it is full, or holds so much that it may be handed on: up to the end of a page of the
     * file, so that the next one begins at one.
     */
    boolean holds(int bytes) {
        return !buffer.hasRemaining()
                || (length() >= bytes && (positionBytes + length()) % ALIGNMENT_BYTES == 0);
    }

    /**
     * Takes the bytes of another one behind its own: buffers that are handed on half empty would
     * keep little of what was written. For one that nobody holds.
     *
     * @return whether they lie there in the image, and there was room for them
     */
    boolean append(Slot next) {
        if (isFill || next.isFill || !continuesAt(next.positionBytes, next.length())) {
            return false;
        }
        buffer.put(next.content());
        return true;
    }

    /** Holds these bytes of another one, which has them. */
    void holdPart(Slot whole, ByteRange part) {
        startAt(part.startBytes());
        var content = whole.content();
        int at = content.position() + (int) (part.startBytes() - whole.positionBytes);
        buffer.put(content.slice(at, (int) part.lengthBytes()));
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
