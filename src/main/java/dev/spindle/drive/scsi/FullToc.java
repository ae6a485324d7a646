package dev.spindle.drive.scsi;

import java.util.HashMap;
import java.util.Map;

/**
 * What format 2 adds to format 0: which session a track belongs to, and where each session ends
 * (MMC-6, READ TOC/PMA/ATIP).
 *
 * @param sessionByTrack by track numbers
 * @param leadOutBySession LBA by session numbers
 */
public record FullToc(Map<Integer, Integer> sessionByTrack, Map<Integer, Long> leadOutBySession) {
    private static final int HEAD_BYTES = 4;
    private static final int ENTRY_BYTES = 11;
    private static final int LAST_TRACK = 99;
    private static final int POINT_LEAD_OUT = 0xA2;
    private static final int ADR_POSITION = 1;

    /** Frames of a second, and those before LBA 0 (ECMA-130; MMC-6, table 734). */
    private static final int FRAMES = 75;

    private static final int LEAD_IN_FRAMES = 150;

    public FullToc {
        sessionByTrack = Map.copyOf(sessionByTrack);
        leadOutBySession = Map.copyOf(leadOutBySession);
    }

    public static FullToc parse(byte[] bytes) throws BadReplyException {
        var reply = new Reply(bytes, "READ TOC format 2").upToLength16();
        var sessions = new HashMap<Integer, Integer>();
        var leadOuts = new HashMap<Integer, Long>();
        for (int at = HEAD_BYTES; at + ENTRY_BYTES <= reply.length(); at += ENTRY_BYTES) {
            int session = reply.u8(at);
            int point = reply.u8(at + 3);
            if (reply.u8(at + 1) >> 4 != ADR_POSITION) {
                continue;
            }
            if (point >= 1 && point <= LAST_TRACK) {
                sessions.put(point, session);
            } else if (point == POINT_LEAD_OUT) {
                leadOuts.put(session, lba(reply, at + 8));
            }
        }
        if (sessions.isEmpty()) {
            throw reply.bad("has no tracks");
        }
        return new FullToc(sessions, leadOuts);
    }

    private static long lba(Reply reply, int at) throws BadReplyException {
        long seconds = reply.u8(at) * 60L + reply.u8(at + 1);
        return seconds * FRAMES + reply.u8(at + 2) - LEAD_IN_FRAMES;
    }
}
