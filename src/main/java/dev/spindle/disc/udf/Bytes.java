package dev.spindle.disc.udf;

import java.util.Arrays;

/**
 * The bytes of a structure and the little-endian numbers in them (ECMA-167 1/7.1). Offsets are
 * bytes from its start; who asks has made sure that they exist.
 */
final class Bytes {
    private final byte[] data;

    Bytes(byte[] data) {
        this.data = data;
    }

    /** The bytes themselves, not a copy. */
    byte[] data() {
        return data;
    }

    int length() {
        return data.length;
    }

    int u8(int at) {
        return data[at] & 0xFF;
    }

    int u16(int at) {
        return u8(at) | (u8(at + 1) << 8);
    }

    long u32(int at) {
        return u16(at) | ((long) u16(at + 2) << 16);
    }

    /** What is above 2^63 comes out negative. */
    long u64(int at) {
        return u32(at) | (u32(at + 4) << 32);
    }

    Bytes slice(int at, int count) {
        return new Bytes(Arrays.copyOfRange(data, at, at + count));
    }

    /** Whether these ASCII characters stand there. */
    boolean hasText(int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (u8(at + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
