package dev.spindle.drive.scsi;

import java.util.Arrays;

/** What a raw sector of data says of itself (ECMA-130, 14). Pure. */
public final class RawHeader {
    private static final byte[] SYNC = {0, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0};
    private static final int MODE_AT = 15;

    private RawHeader() {}

    /** Its mode, 1 or 2; 0 for anything else. */
    public static int mode(byte[] sector) throws BadReplyException {
        if (sector.length < Reads.RAW_SECTOR_BYTES) {
            throw new BadReplyException("the drive sent less than a raw sector");
        }
        boolean isData = Arrays.equals(sector, 0, SYNC.length, SYNC, 0, SYNC.length);
        int mode = sector[MODE_AT] & 3;
        return isData && mode != 3 ? mode : 0;
    }
}
