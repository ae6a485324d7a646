package dev.spindle.drive.scsi;

import java.util.OptionalLong;

/** Reads replies of READ DISC STRUCTURE (MMC-6, 6.22; Linux drivers/cdrom/cdrom.c). */
public final class DiscStructures {
    private static final int HEAD_BYTES = 4;

    /** The head, and all of the format that we look at. */
    public static final int DVD_FORMAT_BYTES = HEAD_BYTES + 16;

    /** Bytes of a unit of disc information of a Blu-ray disc that we look at. */
    private static final int BLU_RAY_UNIT_BYTES = 24;

    private DiscStructures() {}

    /**
     * Which protection a DVD has.
     *
     * @param system 0 none, 1 CSS or CPPM, 2 CPRM, 10h AACS on HD DVD
     * @param regions a bit for each region in which it may not be played
     */
    public record Copyright(int system, int regions) {}

    /**
     * How a DVD is built.
     *
     * @param bookType 0 DVD-ROM, 1 -RAM, 2 -R, 3 -RW, 9 +RW, 10 +R, 14 +R with two layers …
     * @param isOppositePath whether the second layer runs back
     * @param firstPsn physical number of the first sector of data
     * @param lastPsn of the last
     * @param lastPsnOfLayer0 of the last on the first of two layers; 0 where that is not told
     */
    public record DvdFormat(
            int bookType,
            int layers,
            boolean isOppositePath,
            long firstPsn,
            long lastPsn,
            long lastPsnOfLayer0) {
        /** The first sector of the second layer; empty where there is none, or none is told. */
        public OptionalLong layerBreakLba() {
            return layers > 1 && lastPsnOfLayer0 > firstPsn
                    ? OptionalLong.of(lastPsnOfLayer0 - firstPsn + 1)
                    : OptionalLong.empty();
        }
    }

    /**
     * What a Blu-ray disc says of itself.
     *
     * @param type BDO, BDR or BDW
     */
    public record BluRay(String type, int layers) {}

    public static Copyright copyright(byte[] bytes) throws BadReplyException {
        var reply = new Reply(bytes, "READ DISC STRUCTURE 01h");
        return new Copyright(reply.u8(HEAD_BYTES), reply.u8(HEAD_BYTES + 1));
    }

    public static DvdFormat dvdFormat(byte[] bytes) throws BadReplyException {
        var reply = new Reply(bytes, "READ DISC STRUCTURE 00h");
        int layers = reply.u8(HEAD_BYTES + 2);
        return new DvdFormat(
                reply.u8(HEAD_BYTES) >> 4,
                (layers >> 5 & 3) + 1,
                (layers & 0x10) != 0,
                reply.u24(HEAD_BYTES + 5),
                reply.u24(HEAD_BYTES + 9),
                reply.u24(HEAD_BYTES + 13));
    }

    public static BluRay bluRay(byte[] bytes) throws BadReplyException {
        var reply = new Reply(bytes, "READ DISC STRUCTURE of a Blu-ray disc");
        if (reply.length() < HEAD_BYTES + BLU_RAY_UNIT_BYTES
                || !reply.text(HEAD_BYTES, 2).equals("DI")) {
            throw reply.bad("has no disc information");
        }
        return new BluRay(reply.text(HEAD_BYTES + 8, 3), reply.u8(HEAD_BYTES + 12) >> 4);
    }
}
