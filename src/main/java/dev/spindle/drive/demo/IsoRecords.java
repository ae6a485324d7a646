package dev.spindle.drive.demo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The small pieces of which ISO 9660 structures are made; numbers of clauses are ECMA-119's. */
final class IsoRecords {
    /** Fixed parts: a directory record's (9.1), a path table record's (9.4). */
    private static final int DIRECTORY_RECORD_BYTES = 33;

    private static final int PATH_RECORD_BYTES = 8;

    /** File flag "directory" (9.1.6). */
    private static final int DIRECTORY_FLAG = 2;

    /** 2026-01-01 00:00:00 UTC: years since 1900, month, day, time, offset (9.1.5). */
    private static final byte[] RECORDED = {126, 1, 1, 0, 0, 0, 0};

    private IsoRecords() {}

    /** A 16-bit number in both byte orders (7.2.3). */
    static void both16(ByteBuffer into, int at, int value) {
        into.order(ByteOrder.LITTLE_ENDIAN).putShort(at, (short) value);
        into.order(ByteOrder.BIG_ENDIAN).putShort(at + 2, (short) value);
    }

    /** A 32-bit number in both byte orders (7.3.3). */
    static void both32(ByteBuffer into, int at, long value) {
        into.order(ByteOrder.LITTLE_ENDIAN).putInt(at, (int) value);
        into.order(ByteOrder.BIG_ENDIAN).putInt(at + 4, (int) value);
    }

    /** Text, padded with spaces (7.4.3.2). */
    static void text(ByteBuffer into, int at, int bytes, String text) {
        byte[] padded = new byte[bytes];
        Arrays.fill(padded, (byte) ' ');
        byte[] encoded = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(encoded, 0, padded, 0, encoded.length);
        into.put(at, padded);
    }

    /**
     * Puts a directory record at the buffer's position and moves behind it (9.1).
     *
     * @param identifier a name, or one byte 0 for the directory itself, 1 for its parent
     */
    static void directoryRecord(
            ByteBuffer into, byte[] identifier, long lba, long lengthBytes, boolean isFolder) {
        int start = into.position();
        int length = even(DIRECTORY_RECORD_BYTES + identifier.length);
        into.put(start, (byte) length);
        both32(into, start + 2, lba);
        both32(into, start + 10, lengthBytes);
        into.put(start + 18, RECORDED);
        into.put(start + 25, (byte) (isFolder ? DIRECTORY_FLAG : 0));
        both16(into, start + 28, 1);
        into.put(start + 32, (byte) identifier.length);
        into.put(start + DIRECTORY_RECORD_BYTES, identifier);
        into.position(start + length);
    }

    /** Puts a path table record in the buffer's byte order and moves behind it (9.4). */
    static void pathRecord(ByteBuffer into, byte[] identifier, long lba) {
        into.put((byte) identifier.length).put((byte) 0).putInt((int) lba);
        // All folders lie in the root, which is number 1 and its own parent.
        into.putShort((short) 1).put(identifier);
        into.position(even(into.position()));
    }

    static int pathRecordBytes(byte[] identifier) {
        return even(PATH_RECORD_BYTES + identifier.length);
    }

    private static int even(int number) {
        return number + (number & 1);
    }
}
