package dev.spindle.disc.iso;

import dev.spindle.disc.sector.Sector;

import java.time.Instant;
import java.util.Optional;

/**
 * A record of a directory (ECMA-119, 9.1), where it stands in its sector. Read only where {@link
 * #isWhole}.
 */
record DirectoryRecord(Sector sector, int at) {
    /** File flags (9.1.6). */
    private static final int FOLDER = 0x02;

    private static final int ASSOCIATED = 0x04;
    private static final int MORE_EXTENTS = 0x80;

    /** Without any identifier. */
    private static final int FIXED_BYTES = 33;

    /** 0 where no more records are in the sector (6.8.1.1). */
    int lengthBytes() {
        return sector.u8(at);
    }

    /** Whether it ends in its sector, as it must (6.8.1.1), and its name in it. */
    boolean isWhole() {
        int length = lengthBytes();
        return length > FIXED_BYTES
                && at + length <= Sector.BYTES
                && nameBytes() > 0
                && FIXED_BYTES + nameBytes() <= length;
    }

    /** Where its bytes begin, in logical blocks, behind the extended attributes (9.1.2, 9.1.3). */
    long firstBlock() {
        return sector.u32(at + 2) + sector.u8(at + 1);
    }

    /** In bytes (9.1.4). */
    long dataBytes() {
        return sector.u32(at + 10);
    }

    /** Whether both byte orders say the same of place and length. */
    boolean agrees() {
        return sector.u32(at + 2) == sector.u32BigEndian(at + 6)
                && sector.u32(at + 10) == sector.u32BigEndian(at + 14);
    }

    Optional<Instant> recorded() {
        return IsoDates.of(sector.bytes(at + 18, IsoDates.SHORT_BYTES));
    }

    boolean isFolder() {
        return (flags() & FOLDER) != 0;
    }

    boolean isAssociated() {
        return (flags() & ASSOCIATED) != 0;
    }

    /** Whether the next record goes on with the same file (9.1.6, bit 7). */
    boolean hasMoreExtents() {
        return (flags() & MORE_EXTENTS) != 0;
    }

    /** Whether its bytes don't lie in one piece (9.1.7, 9.1.8). */
    boolean isInterleaved() {
        return sector.u8(at + 26) != 0 || sector.u8(at + 27) != 0;
    }

    /** The disc of the set on which its bytes are (9.1.9). */
    int volumeNumber() {
        return sector.u16(at + 28);
    }

    byte[] name() {
        return sector.bytes(at + FIXED_BYTES, nameBytes());
    }

    /** The first record of a directory: the directory itself (6.8.2.2). */
    boolean isSelf() {
        return nameBytes() == 1 && sector.u8(at + FIXED_BYTES) == 0;
    }

    /** The second one: the folder above. */
    boolean isParent() {
        return nameBytes() == 1 && sector.u8(at + FIXED_BYTES) == 1;
    }

    /** What stands behind the name and its padding to an even length (9.1.12, 9.1.13). */
    byte[] systemUse() {
        int start = FIXED_BYTES + nameBytes() + (nameBytes() % 2 == 0 ? 1 : 0);
        return start < lengthBytes()
                ? sector.bytes(at + start, lengthBytes() - start)
                : new byte[0];
    }

    private int nameBytes() {
        return sector.u8(at + 32);
    }

    private int flags() {
        return sector.u8(at + 25);
    }
}
