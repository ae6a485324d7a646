package dev.spindle.disc.udf;

import dev.spindle.disc.sector.Sector;

/** Descriptor tags (ECMA-167 3/7.2): the first 16 bytes of every descriptor. */
final class UdfTag {
    /** Tag identifiers (ECMA-167 3/7.2.1). */
    static final int ANCHOR = 2;

    static final int PARTITION = 5;
    static final int LOGICAL_VOLUME = 6;
    static final int TERMINATOR = 8;

    private static final int BYTES = 16;
    private static final int CHECKSUM = 4;
    private static final int LOCATION = 12;

    private UdfTag() {}

    /**
     * Whether the sector holds such a descriptor, whole as far as its tag, and in its own place.
     */
    static boolean isValid(Sector sector, int identifier, long lba) {
        int sum = 0;
        for (int i = 0; i < BYTES; i++) {
            sum += i == CHECKSUM ? 0 : sector.u8(i);
        }
        return sector.u16(0) == identifier
                && sector.u8(CHECKSUM) == (sum & 0xFF)
                && sector.u32(LOCATION) == lba;
    }
}
