package dev.spindle.drive.scsi;

/**
 * A track beyond what the TOC tells (MMC-6, READ TRACK INFORMATION).
 *
 * @param trackMode CTRL nibble
 * @param dataMode 1, 2, or 15 for unknown
 * @param startLba its first sector
 * @param sectors how long it is
 */
public record TrackInformation(
        int track,
        int session,
        int trackMode,
        int dataMode,
        boolean isBlank,
        long startLba,
        long sectors) {
    public static TrackInformation parse(byte[] bytes) throws BadReplyException {
        var reply = new Reply(bytes, "READ TRACK INFORMATION").upToLength16();
        int highTrack = reply.length() > 33 ? reply.u8(32) : 0;
        int highSession = reply.length() > 33 ? reply.u8(33) : 0;
        return new TrackInformation(
                highTrack << 8 | reply.u8(2),
                highSession << 8 | reply.u8(3),
                reply.u8(5) & 0x0F,
                reply.u8(6) & 0x0F,
                reply.bit(6, 6),
                reply.s32(8),
                reply.u32(24));
    }
}
