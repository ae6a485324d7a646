package dev.spindle.drive.scsi;

import java.util.ArrayList;
import java.util.List;

/**
 * The TOC as format 0 tells it (MMC-6, READ TOC/PMA/ATIP): all sessions' tracks in one row.
 *
 * @param entries by their numbers, the lead-out last
 */
public record SimpleToc(List<TocEntry> entries) {
    private static final int HEAD_BYTES = 4;
    private static final int ENTRY_BYTES = 8;

    public SimpleToc {
        entries = List.copyOf(entries);
    }

    public static SimpleToc parse(byte[] bytes) throws BadReplyException {
        var reply = new Reply(bytes, "READ TOC").upToLength16();
        var entries = new ArrayList<TocEntry>();
        int lastTrack = 0;
        for (int at = HEAD_BYTES; at + ENTRY_BYTES <= reply.length(); at += ENTRY_BYTES) {
            var entry = new TocEntry(reply.u8(at + 2), reply.u8(at + 1) & 0x0F, reply.s32(at + 4));
            if (entry.track() <= lastTrack) {
                throw reply.bad("has its tracks in no order");
            }
            if (!entries.isEmpty() && entry.lba() < entries.getLast().lba()) {
                throw reply.bad("has a track that begins before the one in front of it");
            }
            lastTrack = entry.track();
            entries.add(entry);
        }
        if (entries.size() < 2 || entries.getLast().track() != TocEntry.LEAD_OUT) {
            throw reply.bad("has no lead-out");
        }
        return new SimpleToc(entries);
    }

    public long leadOutLba() {
        return entries.getLast().lba();
    }
}
