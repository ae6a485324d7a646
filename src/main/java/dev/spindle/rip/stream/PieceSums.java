package dev.spindle.rip.stream;

import dev.spindle.range.ByteRange;

import java.util.Arrays;
import java.util.Optional;

/**
 * CRC-32C checksums of pieces of one length that lie behind one another in a file: four bytes of
 * memory each, for a long stream has millions of them. Not safe for threads.
 */
final class PieceSums {
    /** Pieces at most, so that an array that grows is soon at its end. */
    static final int MOST_PIECES = 4096;

    private static final int FIRST_PIECES = 4;

    private final long startBytes;
    private final int pieceBytes;
    private int[] sums;
    private int count;

    private PieceSums(long startBytes, int pieceBytes, int[] sums) {
        this.startBytes = startBytes;
        this.pieceBytes = pieceBytes;
        this.sums = sums;
        this.count = sums.length;
    }

    /** With this piece as its only one. */
    static PieceSums of(ByteRange piece, int sum) {
        return new PieceSums(
                piece.startBytes(), Math.toIntExact(piece.lengthBytes()), new int[] {sum});
    }

    /**
     * Takes one more piece.
     *
     * @return whether it could: it must follow the last one, and be as long
     */
    boolean append(ByteRange piece, int sum) {
        if (count == MOST_PIECES
                || piece.startBytes() != range().endBytes()
                || piece.lengthBytes() != pieceBytes) {
            return false;
        }
        if (count == sums.length) {
            sums = Arrays.copyOf(sums, Math.clamp(2L * sums.length, FIRST_PIECES, MOST_PIECES));
        }
        sums[count++] = sum;
        return true;
    }

    /** From its first piece's first byte to its last piece's last. */
    ByteRange range() {
        return ByteRange.at(startBytes, (long) pieceBytes * count);
    }

    int count() {
        return count;
    }

    ByteRange piece(int index) {
        return ByteRange.at(startBytes + (long) pieceBytes * index, pieceBytes);
    }

    int sum(int index) {
        return sums[index];
    }

    /** The pieces that end before this offset or at it. */
    Optional<PieceSums> before(long offsetBytes) {
        return part(0, Math.clamp((offsetBytes - startBytes) / pieceBytes, 0, count));
    }

    /** The pieces that begin at this offset or behind it. */
    Optional<PieceSums> from(long offsetBytes) {
        long distanceBytes = offsetBytes - startBytes;
        return part(Math.clamp(Math.ceilDiv(distanceBytes, pieceBytes), 0, count), count);
    }

    PieceSums copy() {
        return new PieceSums(startBytes, pieceBytes, Arrays.copyOf(sums, count));
    }

    private Optional<PieceSums> part(int first, int end) {
        return first >= end
                ? Optional.empty()
                : Optional.of(
                        new PieceSums(
                                startBytes + (long) pieceBytes * first,
                                pieceBytes,
                                Arrays.copyOfRange(sums, first, end)));
    }
}
