package dev.spindle.rescue;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of sectors that are not finished.
 *
 * @param firstLba the first one
 * @param endLba behind the last one
 * @param kind what is known of them
 */
record Segment(long firstLba, long endLba, Kind kind) {
    /** What is known of a sector; the more is to be done, the earlier. */
    enum Kind {
        NON_TRIED,
        /** Something near it failed; not tried by itself. */
        SUSPECT,
        BAD
    }

    long sectors() {
        return endLba - firstLba;
    }

    boolean holds(long lba) {
        return firstLba <= lba && lba < endLba;
    }

    boolean isUnread() {
        return kind != Kind.BAD;
    }

    /**
     * All that is not finished, in order and without overlap. A sector of which any part is not
     * finished is not; a foreign map may have finer blocks.
     */
    static List<Segment> of(RescueMap map, int sectorBytes) {
        var segments = new ArrayList<Segment>();
        for (var block : map.blocks()) {
            if (block.status() != SectorStatus.FINISHED) {
                long first = block.range().startBytes() / sectorBytes;
                long end = (block.range().endBytes() + sectorBytes - 1) / sectorBytes;
                add(segments, new Segment(first, end, kind(block.status())));
            }
        }
        return segments;
    }

    private static Kind kind(SectorStatus status) {
        return switch (status) {
            case NON_TRIED -> Kind.NON_TRIED;
            case NON_TRIMMED, NON_SCRAPED -> Kind.SUSPECT;
            case BAD -> Kind.BAD;
            case FINISHED -> throw new IllegalArgumentException("finished");
        };
    }

    /** Blocks follow each other, so only the last sector of what is there can be shared. */
    private static void add(List<Segment> segments, Segment next) {
        while (!segments.isEmpty()) {
            var last = segments.getLast();
            if (last.endLba == next.firstLba && last.kind == next.kind) {
                segments.removeLast();
                next = new Segment(last.firstLba, next.endLba, next.kind);
            } else if (last.endLba <= next.firstLba) {
                break;
            } else if (last.kind.compareTo(next.kind) <= 0) {
                if (next.endLba <= last.endLba) {
                    return;
                }
                next = new Segment(last.endLba, next.endLba, next.kind);
            } else {
                segments.removeLast();
                if (last.firstLba < next.firstLba) {
                    segments.add(new Segment(last.firstLba, next.firstLba, last.kind));
                    break;
                }
            }
        }
        segments.add(next);
    }
}
