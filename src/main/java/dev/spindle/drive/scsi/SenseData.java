package dev.spindle.drive.scsi;

import dev.spindle.drive.Sense;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Sense data in either format (SPC-4, 4.5.2 and 4.5.3; Linux drivers/scsi/scsi_common.c,
 * scsi_normalize_sense).
 *
 * @param isDeferred whether it tells of an earlier command, not of this one
 * @param information the failing sector, where the drive says that the field means something
 */
public record SenseData(Sense sense, boolean isDeferred, OptionalLong information) {
    private static final int FIXED = 0x70;
    private static final int DEFERRED_FIXED = 0x71;
    private static final int DESCRIPTOR = 0x72;
    private static final int DEFERRED_DESCRIPTOR = 0x73;

    /** Type 00h, 10 more bytes: the information field (SPC-4, table 33). */
    private static final int INFORMATION_TYPE = 0;

    private static final int INFORMATION_BYTES = 12;

    /** What the bytes say; empty where they are no sense data. */
    public static Optional<SenseData> parse(byte... bytes) {
        if (bytes.length < 1) {
            return Optional.empty();
        }
        return switch (bytes[0] & 0x7F) {
            case FIXED -> fixed(bytes, false);
            case DEFERRED_FIXED -> fixed(bytes, true);
            case DESCRIPTOR -> descriptors(bytes, false);
            case DEFERRED_DESCRIPTOR -> descriptors(bytes, true);
            default -> Optional.empty();
        };
    }

    private static Optional<SenseData> fixed(byte[] bytes, boolean isDeferred) {
        if (bytes.length < 3) {
            return Optional.empty();
        }
        int length = bytes.length < 8 ? bytes.length : Math.min(bytes.length, u8(bytes, 7) + 8);
        var sense =
                new Sense(
                        u8(bytes, 2) & 0x0F,
                        length >= 13 ? u8(bytes, 12) : 0,
                        length >= 14 ? u8(bytes, 13) : 0);
        boolean isValid = (bytes[0] & 0x80) != 0 && bytes.length >= 7;
        return Optional.of(
                new SenseData(
                        sense,
                        isDeferred,
                        isValid ? OptionalLong.of(u32(bytes, 3)) : OptionalLong.empty()));
    }

    private static Optional<SenseData> descriptors(byte[] bytes, boolean isDeferred) {
        if (bytes.length < 4) {
            return Optional.empty();
        }
        var sense = new Sense(u8(bytes, 1) & 0x0F, u8(bytes, 2), u8(bytes, 3));
        return Optional.of(new SenseData(sense, isDeferred, information(bytes)));
    }

    /** Walks over the descriptors, which follow a head of eight bytes. */
    private static OptionalLong information(byte[] bytes) {
        int end = bytes.length < 8 ? 0 : Math.min(bytes.length, 8 + u8(bytes, 7));
        for (int at = 8; at + 2 <= end; at += 2 + u8(bytes, at + 1)) {
            boolean isWhole = at + INFORMATION_BYTES <= end;
            if (u8(bytes, at) == INFORMATION_TYPE && isWhole && (bytes[at + 2] & 0x80) != 0) {
                long lba = u32(bytes, at + 4) << 32 | u32(bytes, at + 8);
                return lba < 0 ? OptionalLong.empty() : OptionalLong.of(lba);
            }
        }
        return OptionalLong.empty();
    }

    private static int u8(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }

    private static long u32(byte[] bytes, int at) {
        return (long) u8(bytes, at) << 24
                | (long) u8(bytes, at + 1) << 16
                | (long) u8(bytes, at + 2) << 8
                | u8(bytes, at + 3);
    }
}
