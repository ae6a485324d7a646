package dev.spindle.disc.iso;

import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.sector.Sector;
import dev.spindle.disc.sector.SectorCache;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Collects the system use entries of a record, continuation areas included (SUSP 1.12). */
final class SystemUse {
    /** Continuation areas of one record; real discs have one or two. */
    private static final int MOST_AREAS = 32;

    /** Length of one; a sector by what Linux accepts. */
    private static final int MOST_AREA_BYTES = Sector.BYTES;

    private static final int XA_BYTES = 14;

    private final SectorCache disc;
    private final int blockBytes;
    private final int skipBytes;
    private final Effort effort;

    /**
     * @param skipBytes of every area but that of the root's own record (SUSP 1.12, 5.3, LEN_SKP)
     */
    SystemUse(SectorCache disc, int blockBytes, int skipBytes, Effort effort) {
        this.disc = disc;
        this.blockBytes = blockBytes;
        this.skipBytes = skipBytes;
        this.effort = effort;
    }

    /** Of a record of a directory. */
    List<SystemUseEntry> of(DirectoryRecord record) throws DiscException {
        byte[] area = record.systemUse();
        return entries(area, Math.min(skipBytes, area.length));
    }

    /**
     * The skip length that the root's own record announces (SUSP 1.12, 5.3); empty where there is
     * no such protocol on the disc.
     */
    static Optional<Integer> skipBytes(byte[] area) {
        int at = start(area);
        return isAnnounced(area, at) ? Optional.of(area[at + 6] & 0xFF) : Optional.empty();
    }

    /** Where entries begin in the root's own record: those of CD-ROM XA have 14 bytes in front. */
    static int start(byte[] area) {
        return isAnnounced(area, XA_BYTES) ? XA_BYTES : 0;
    }

    private static boolean isAnnounced(byte[] area, int at) {
        return area.length >= at + 7
                && area[at] == 'S'
                && area[at + 1] == 'P'
                && area[at + 4] == (byte) 0xBE
                && area[at + 5] == (byte) 0xEF;
    }

    private List<SystemUseEntry> entries(byte[] first, int from) throws DiscException {
        var entries = new ArrayList<SystemUseEntry>();
        byte[] area = first;
        int at = from;
        for (int areas = 0; areas < MOST_AREAS; areas++) {
            var next = collect(area, at, entries);
            if (next.isEmpty()) {
                return entries;
            }
            area = continuation(next.get());
            at = 0;
        }
        return entries;
    }

    /** Adds the entries of an area; returns its last CE, which says where they go on. */
    private Optional<SystemUseEntry> collect(byte[] area, int from, List<SystemUseEntry> into)
            throws DiscException {
        Optional<SystemUseEntry> next = Optional.empty();
        int at = from;
        while (at + SystemUseEntry.HEADER_BYTES <= area.length) {
            effort.spend();
            var entry = new SystemUseEntry(area, at);
            int length = entry.lengthBytes();
            if (length < SystemUseEntry.HEADER_BYTES
                    || at + length > area.length
                    || entry.is("ST")) {
                break;
            }
            if (entry.is("CE")) {
                next = Optional.of(entry);
            } else {
                into.add(entry);
            }
            at += length;
        }
        return next;
    }

    /** Block, offset and length of an area (SUSP 1.12, 5.1); empty where it can't be read. */
    private byte[] continuation(SystemUseEntry entry) {
        long offset = entry.u32(4) * blockBytes + entry.u32(12);
        long length = Math.min(entry.u32(20), MOST_AREA_BYTES);
        var area = new byte[(int) length];
        int done = 0;
        while (done < length) {
            int within = (int) (offset % Sector.BYTES);
            int count = (int) Math.min(Sector.BYTES - within, length - done);
            var sector = disc.read(offset / Sector.BYTES);
            if (sector.isEmpty()) {
                return Arrays.copyOf(area, done);
            }
            System.arraycopy(sector.get().bytes(within, count), 0, area, done, count);
            done += count;
            offset += count;
        }
        return area;
    }
}
