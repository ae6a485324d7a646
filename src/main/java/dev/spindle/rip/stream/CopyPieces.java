package dev.spindle.rip.stream;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What is taken from another copy of the disc, piece by piece: whole sectors that are missing here
 * and finished there. None crosses a multiple of the largest read, in which buffers are cut. One
 * owner, the reader.
 */
final class CopyPieces {
    private final Deque<ByteRange> left;
    private final int sectorBytes;
    private final int readBytes;
    private final long lengthBytes;

    /**
     * @param missing here
     * @param there what the other has
     * @param readBytes of the largest read, a multiple of a sector
     * @param lengthBytes of the disc, whose last sector may be partial
     */
    CopyPieces(RangeSet missing, RangeSet there, int sectorBytes, int readBytes, long lengthBytes) {
        this.left = new ArrayDeque<>(missing.intersection(there).ranges());
        this.sectorBytes = sectorBytes;
        this.readBytes = readBytes;
        this.lengthBytes = lengthBytes;
    }

    Optional<ByteRange> next() {
        while (!left.isEmpty()) {
            ByteRange range = left.removeFirst();
            long start = Math.ceilDiv(range.startBytes(), sectorBytes) * sectorBytes;
            long multiple = (start / readBytes + 1) * readBytes;
            long end = Math.min(wholeEnd(range.endBytes()), multiple);
            if (end > start) {
                if (end < range.endBytes()) {
                    left.addFirst(new ByteRange(end, range.endBytes()));
                }
                return Optional.of(new ByteRange(start, end));
            }
        }
        return Optional.empty();
    }

    private long wholeEnd(long endBytes) {
        return endBytes == lengthBytes ? endBytes : endBytes / sectorBytes * sectorBytes;
    }
}
