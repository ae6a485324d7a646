package dev.spindle.disc.sector;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of one sector, always 2048, and the numbers in them. */
public final class Sector {
    public static final int BYTES = 2048;

    private final ByteBuffer buffer;

    /** A partial last sector is filled up with zeros. */
    public Sector(byte[] bytes) {
        this.buffer = ByteBuffer.wrap(bytes.length == BYTES ? bytes : Arrays.copyOf(bytes, BYTES));
    }

    /** One of a run of sectors. */
    static Sector at(byte[] run, int index) {
        return new Sector(Arrays.copyOfRange(run, index * BYTES, (index + 1) * BYTES));
    }

    /** Unsigned; offsets are bytes from the start of the sector. */
    public int u8(int at) {
        return buffer.get(at) & 0xFF;
    }

    /** Unsigned, little-endian, as are the next two. */
    public int u16(int at) {
        return buffer.order(ByteOrder.LITTLE_ENDIAN).getShort(at) & 0xFFFF;
    }

    public long u32(int at) {
        return buffer.order(ByteOrder.LITTLE_ENDIAN).getInt(at) & 0xFFFF_FFFFL;
    }

    /** What is above 2^63 comes out negative. */
    public long u64(int at) {
        return buffer.order(ByteOrder.LITTLE_ENDIAN).getLong(at);
    }

    public int u16BigEndian(int at) {
        return buffer.order(ByteOrder.BIG_ENDIAN).getShort(at) & 0xFFFF;
    }

    public long u32BigEndian(int at) {
        return buffer.order(ByteOrder.BIG_ENDIAN).getInt(at) & 0xFFFF_FFFFL;
    }

    /** A copy. */
    public byte[] bytes(int at, int length) {
        var copy = new byte[length];
        buffer.get(at, copy);
        return copy;
    }

    /** Whether these characters stand there. */
    public boolean hasText(int at, String text) {
        return Arrays.equals(bytes(at, text.length()), text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
