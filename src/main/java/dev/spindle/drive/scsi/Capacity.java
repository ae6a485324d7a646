package dev.spindle.drive.scsi;

/**
 * How much the disc holds (MMC-6, READ CAPACITY).
 *
 * @param sectors whole sectors, the last address and one
 * @param sectorBytes 2048, except with odd drives
 */
public record Capacity(long sectors, int sectorBytes) {
    public static Capacity parse(byte[] bytes) throws BadReplyException {
        var reply = new Reply(bytes, "READ CAPACITY");
        long sectorBytes = reply.u32(4);
        if (sectorBytes > 1 << 16) {
            throw reply.bad("tells of sectors of " + sectorBytes + " bytes");
        }
        return new Capacity(reply.u32(0) + 1, (int) sectorBytes);
    }

    /** Kernels and drives call audio tracks' sectors 2352 or 2336; READ(10) brings 2048. */
    public boolean isUsual() {
        return sectorBytes == 2048;
    }
}
