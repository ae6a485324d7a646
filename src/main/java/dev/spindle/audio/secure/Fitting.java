package dev.spindle.audio.secure;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import java.io.IOException;
import java.util.Optional;

/**
 * Reads sectors of a drive whose commands come from elsewhere than they were asked for, and puts
 * them where they belong: beside those that are known to be right.
 *
 * @param music the sectors that can be read
 * @param perRead sectors of a command
 * @param right sectors of the image that are known to be right
 */
record Fitting(SectorReads reads, ImageSectors image, ByteRange music, int perRead, Right right) {
    /** Sectors that are read at once. */
    private static final int WINDOW = 32;

    /** Whether a sector is known to be right. */
    @FunctionalInterface
    interface Right {
        boolean holds(long lba);
    }

    /** Takes what was read of a window. */
    @FunctionalInterface
    interface Taking {
        void take(ByteRange window, Optional<Assembly.Piece> piece) throws IOException;
    }

    /** Reads all that are open once. */
    void read(RangeSet open, Taking taking) throws IOException {
        boolean isAnchored = forward(open.copy(), taking);
        isAnchored |= backward(open.copy(), taking);
        if (!isAnchored) {
            fromTheStart(open, taking);
        }
    }

    /** Rows behind sectors that are right. */
    private boolean forward(RangeSet rows, Taking taking) throws IOException {
        boolean isAnchored = false;
        var assembly = new Assembly(reads, music.startBytes(), music.endBytes(), perRead);
        for (ByteRange row : rows.ranges()) {
            for (long from = row.startBytes(); from < row.endBytes(); from += WINDOW) {
                var window = new ByteRange(from, Math.min(from + WINDOW, row.endBytes()));
                var anchor = known(before(window));
                if (anchor.isPresent()) {
                    isAnchored = true;
                    taking.take(
                            window,
                            assembly.read(
                                    window.startBytes(),
                                    window.endBytes(),
                                    anchor.get(),
                                    known(behind(window))));
                }
            }
        }
        return isAnchored;
    }

    /** Rows before sectors that are right, with nothing that is before them. */
    private boolean backward(RangeSet rows, Taking taking) throws IOException {
        boolean isAnchored = false;
        var assembly =
                new Assembly(reads.mirrored(), -music.endBytes(), -music.startBytes(), perRead);
        for (ByteRange row : rows.ranges().reversed()) {
            for (long end = row.endBytes(); end > row.startBytes(); end -= WINDOW) {
                var window = new ByteRange(Math.max(end - WINDOW, row.startBytes()), end);
                var anchor = known(behind(window));
                if (anchor.isPresent() && known(before(window)).isEmpty()) {
                    isAnchored = true;
                    taking.take(
                            window,
                            assembly.read(
                                            -window.endBytes(),
                                            -window.startBytes(),
                                            SampleWords.reversed(anchor.get()),
                                            Optional.empty())
                                    .map(Assembly.Piece::reversed));
                }
            }
        }
        return isAnchored;
    }

    /** Nothing is right that something could be put beside: the drive's word is all there is. */
    private void fromTheStart(RangeSet open, Taking taking) throws IOException {
        var row = open.ranges().getFirst();
        int count = (int) Math.min(perRead, row.lengthBytes());
        taking.take(
                ByteRange.at(row.startBytes(), count),
                reads.read(row.startBytes(), count)
                        .map(content -> new Assembly.Piece(content, false)));
    }

    /** The sectors before it that are right, as many as an anchor needs. */
    private ByteRange before(ByteRange window) {
        long start = window.startBytes();
        while (window.startBytes() - start < Assembly.MARGIN
                && start > 0
                && right.holds(start - 1)) {
            start--;
        }
        return new ByteRange(start, window.startBytes());
    }

    private ByteRange behind(ByteRange window) {
        long end = window.endBytes();
        while (end - window.endBytes() < Assembly.MARGIN && right.holds(end)) {
            end++;
        }
        return new ByteRange(window.endBytes(), end);
    }

    private Optional<byte[]> known(ByteRange sectors) throws IOException {
        return sectors.isEmpty()
                ? Optional.empty()
                : Optional.of(image.content(sectors.startBytes(), (int) sectors.lengthBytes()));
    }
}
