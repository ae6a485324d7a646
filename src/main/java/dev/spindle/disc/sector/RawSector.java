package dev.spindle.disc.sector;

import java.util.Arrays;
import java.util.Optional;

/** The user data in raw sectors of a CD (ECMA-130, 14; CD-ROM XA, 4.3). Pure. */
public final class RawSector {
    /** A whole one. */
    public static final int BYTES = 2352;

    private static final byte[] SYNC = {0, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0};
    private static final int MODE_AT = 15;
    private static final int MODE_1_DATA_AT = 16;

    /** Behind the sub-header, which is there twice. */
    private static final int FORM_1_DATA_AT = 24;

    private static final int SUBMODE_AT = 18;
    private static final int FORM_2_BIT = 0x20;

    private RawSector() {}

    /**
     * The 2048 bytes that a file system is made of; empty where the sector holds others: audio,
     * Mode 2 without form, Form 2.
     */
    public static Optional<byte[]> userData(byte[] raw) {
        boolean isData =
                raw.length >= BYTES && Arrays.equals(raw, 0, SYNC.length, SYNC, 0, SYNC.length);
        if (!isData) {
            return Optional.empty();
        }
        return switch (raw[MODE_AT] & 3) {
            case 1 -> Optional.of(part(raw, MODE_1_DATA_AT));
            case 2 ->
                    (raw[SUBMODE_AT] & FORM_2_BIT) == 0
                            ? Optional.of(part(raw, FORM_1_DATA_AT))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static byte[] part(byte[] raw, int from) {
        return Arrays.copyOfRange(raw, from, from + Sector.BYTES);
    }
}
