package dev.spindle.disc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of one sector, always 2048, and the numbers in them. */
final class Sector {
    static final int BYTES = 2048;

    private final ByteBuffer buffer;

    /** A partial last sector is filled up with zeros. */
    Sector(byte[] bytes) {
        this.buffer = ByteBuffer.wrap(bytes.length == BYTES ? bytes : Arrays.copyOf(bytes, BYTES));
    }

    int u8(int at) {
        return buffer.get(at) & 0xFF;
    }

    int u16(int at) {
        return buffer.order(ByteOrder.LITTLE_ENDIAN).getShort(at) & 0xFFFF;
    }

    long u32(int at) {
        return buffer.order(ByteOrder.LITTLE_ENDIAN).getInt(at) & 0xFFFF_FFFFL;
    }

    int u16BigEndian(int at) {
        return buffer.order(ByteOrder.BIG_ENDIAN).getShort(at) & 0xFFFF;
    }

    long u32BigEndian(int at) {
        return buffer.order(ByteOrder.BIG_ENDIAN).getInt(at) & 0xFFFF_FFFFL;
    }

    byte[] bytes(int at, int length) {
        var copy = new byte[length];
        buffer.get(at, copy);
        return copy;
    }

    boolean hasText(int at, String text) {
        return Arrays.equals(bytes(at, text.length()), text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
