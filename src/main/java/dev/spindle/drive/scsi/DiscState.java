package dev.spindle.drive.scsi;

import dev.spindle.drive.medium.MediumState;

/** Reads READ DISC INFORMATION's standard reply (MMC-6, table 374). */
public final class DiscState {
    private DiscState() {}

    public static MediumState parse(byte[] bytes) throws BadReplyException {
        var reply = new Reply(bytes, "READ DISC INFORMATION");
        int highSessions = reply.length() > 9 ? reply.u8(9) : 0;
        return new MediumState(reply.u8(2) & 3, reply.bit(2, 4), highSessions << 8 | reply.u8(4));
    }
}
