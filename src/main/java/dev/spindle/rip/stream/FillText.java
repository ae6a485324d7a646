package dev.spindle.rip.stream;

import dev.spindle.range.ByteRange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The pattern of a sector that was not read: a line with its number, again and again, cut off at
 * the sector's end. Pure.
 */
final class FillText {
    private FillText() {}

    /** The line of a sector. */
    static String line(long lba) {
        return String.format(Locale.ROOT, "SPINDLE UNREAD SECTOR LBA %010d\n", lba);
    }

    /**
     * Puts the pattern of a part of one sector into a buffer, from its position on, which is not
     * moved.
     *
     * @param range where in the image; within one sector
     */
    static void put(ByteBuffer into, ByteRange range, int sectorBytes) {
        long lba = range.startBytes() / sectorBytes;
        byte[] line = line(lba).getBytes(StandardCharsets.US_ASCII);
        int inSector = (int) (range.startBytes() % sectorBytes);
        for (int i = 0; i < range.lengthBytes(); i++) {
            into.put(into.position() + i, line[(inSector + i) % line.length]);
        }
    }
}
