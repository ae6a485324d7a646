package dev.spindle.disc.iso;

import java.util.Arrays;

/**
 * An entry of the System Use Sharing Protocol (SUSP 1.12, 4): signature, length, version, data;
 * where it stands in its area.
 */
final class SystemUseEntry {
    /** Signature, length and version (SUSP 1.12, 4.1 to 4.3). */
    static final int HEADER_BYTES = 4;

    private final byte[] area;
    private final int at;

    SystemUseEntry(byte[] area, int at) {
        this.area = area;
        this.at = at;
    }

    /** The two letters in front. */
    boolean is(String signature) {
        return area[at] == signature.charAt(0) && area[at + 1] == signature.charAt(1);
    }

    int lengthBytes() {
        return area[at + 2] & 0xFF;
    }

    /** A byte from the start of the entry on; 0 behind its end. */
    int u8(int offset) {
        return offset < lengthBytes() ? area[at + offset] & 0xFF : 0;
    }

    /** Little-endian, of a number in both byte orders. */
    long u32(int offset) {
        return u8(offset)
                | u8(offset + 1) << 8
                | u8(offset + 2) << 16
                | (long) u8(offset + 3) << 24;
    }

    /** What lies between two offsets, no more than there is. */
    byte[] bytes(int from, int to) {
        int end = Math.min(to, lengthBytes());
        return end <= from ? new byte[0] : Arrays.copyOfRange(area, at + from, at + end);
    }
}
