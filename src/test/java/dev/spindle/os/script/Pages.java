package dev.spindle.os.script;

import dev.spindle.range.ByteRange;

/** Rounding of ranges to pages of the page cache. */
final class Pages {
    static final long BYTES = 4096;

    private Pages() {}

    static long up(long offsetBytes) {
        return (offsetBytes + BYTES - 1) / BYTES * BYTES;
    }

    static long down(long offsetBytes) {
        return offsetBytes / BYTES * BYTES;
    }

    /** All pages that the range touches. */
    static ByteRange touchedBy(ByteRange range) {
        return range.isEmpty()
                ? ByteRange.at(range.startBytes(), 0)
                : new ByteRange(down(range.startBytes()), up(range.endBytes()));
    }

    /** The pages that lie wholly in the range; the file's last page counts as whole at its end. */
    static ByteRange wholeIn(ByteRange range, long fileBytes) {
        long start = up(range.startBytes());
        long end = range.endBytes() >= fileBytes ? up(fileBytes) : down(range.endBytes());
        return new ByteRange(start, Math.max(start, end));
    }
}
