package dev.spindle.drive.scsi;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a reply, read within their bounds; numbers are big-endian, as in all of SCSI. */
final class Reply {
    private final byte[] bytes;
    private final String what;

    /**
     * @param what the command that was answered, for sentences
     */
    Reply(byte[] bytes, String what) {
        this.bytes = bytes;
        this.what = what;
    }

    int length() {
        return bytes.length;
    }

    int u8(int at) throws BadReplyException {
        if (at < 0 || at >= bytes.length) {
            throw bad("is too short: it has " + bytes.length + " bytes");
        }
        return bytes[at] & 0xFF;
    }

    int u16(int at) throws BadReplyException {
        return u8(at) << 8 | u8(at + 1);
    }

    int u24(int at) throws BadReplyException {
        return u16(at) << 8 | u8(at + 2);
    }

    long u32(int at) throws BadReplyException {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    /** An address that may lie before the first sector. */
    long s32(int at) throws BadReplyException {
        return (int) u32(at);
    }

    /** Of so many bytes from there on. */
    int crc16(int at, int length) {
        return Crc16.of(bytes, at, length);
    }

    boolean bit(int at, int bit) throws BadReplyException {
        return (u8(at) >> bit & 1) == 1;
    }

    /** ASCII without its padding; what is no letter there becomes a space. */
    String text(int at, int length) throws BadReplyException {
        if (length > 0) {
            var _ = u8(at);
            var _ = u8(at + length - 1);
        }
        return new String(bytes, at, Math.max(0, length), StandardCharsets.US_ASCII)
                .replaceAll("[^\\x20-\\x7E]", " ")
                .strip();
    }

    /** What a length field of two bytes at the start announces: those two bytes and all behind. */
    Reply upToLength16() throws BadReplyException {
        return first(u16(0) + 2);
    }

    /** The same for a field of four bytes. */
    Reply upToLength32() throws BadReplyException {
        return first(u32(0) + 4);
    }

    private Reply first(long length) {
        return length >= bytes.length
                ? this
                : new Reply(Arrays.copyOf(bytes, Math.toIntExact(length)), what);
    }

    BadReplyException bad(String problem) {
        return new BadReplyException("the drive's reply to " + what + " " + problem);
    }
}
