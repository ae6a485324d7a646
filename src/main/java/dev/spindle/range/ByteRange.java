package dev.spindle.range;

/**
 * A half-open range of byte offsets: {@code startBytes} belongs to it, {@code endBytes} does not.
 *
 * @param startBytes first offset, zero or more
 * @param endBytes offset behind the last byte, never below {@code startBytes}
 */
public record ByteRange(long startBytes, long endBytes) {
    public ByteRange {
        if (startBytes < 0 || endBytes < startBytes) {
            throw new IllegalArgumentException("no range: " + startBytes + ".." + endBytes);
        }
    }

    /** The range of {@code lengthBytes} bytes from {@code startBytes} on. */
    public static ByteRange at(long startBytes, long lengthBytes) {
        return new ByteRange(startBytes, Math.addExact(startBytes, lengthBytes));
    }

    public long lengthBytes() {
        return endBytes - startBytes;
    }

    public boolean isEmpty() {
        return startBytes == endBytes;
    }

    public boolean contains(long offsetBytes) {
        return startBytes <= offsetBytes && offsetBytes < endBytes;
    }

    public boolean overlaps(ByteRange other) {
        return startBytes < other.endBytes && other.startBytes < endBytes;
    }

    /** What both have in common; empty, at the later start, where they have nothing in common. */
    public ByteRange intersection(ByteRange other) {
        long start = Math.max(startBytes, other.startBytes);
        return new ByteRange(start, Math.max(start, Math.min(endBytes, other.endBytes)));
    }
}
