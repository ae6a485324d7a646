package dev.spindle.disc.udf;

import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.tree.Extent;

import java.util.ArrayList;
import java.util.List;

/** Where the content of a file lies: its allocation descriptors (ECMA-167 4/14.14), followed. */
final class UdfContent {
    /** Kinds of extents (4/14.14.1.1): the two between are zeros that stand nowhere. */
    private static final int RECORDED = 0;

    private static final int CONTINUES = 3;

    /** Allocation extent descriptors that one file may have. */
    private static final int MOST_CONTINUATIONS = 20_000;

    private static final int LENGTH = 0x3FFF_FFFF;

    private final UdfSpace space;
    private final UdfEntry entry;
    private final List<Extent> extents = new ArrayList<>(1);
    private long left;
    private int described;

    private UdfContent(UdfSpace space, UdfEntry entry) {
        this.space = space;
        this.entry = entry;
        this.left = entry.sizeBytes();
    }

    /** The extents of a file or folder, neighbours put together; in all its size. */
    static List<Extent> of(UdfSpace space, UdfEntry entry) throws DiscException {
        if (entry.sizeBytes() < 0) {
            throw new DiscException("its length is absurd");
        }
        var content = new UdfContent(space, entry);
        if (entry.descriptors() == UdfEntry.IN_ENTRY) {
            content.inEntry();
        } else {
            content.follow();
        }
        if (content.left > 0) {
            throw new DiscException(
                    "its pieces are " + content.left + " bytes shorter than itself");
        }
        return content.extents;
    }

    private void inEntry() {
        long there = Math.min(left, entry.lastByte() - entry.firstByte());
        if (there > 0) {
            long block = entry.place().block() * space.blocks().blockBytes();
            extents.add(new Extent(block + entry.firstByte(), there));
            left -= there;
        }
    }

    private void follow() throws DiscException {
        Bytes table = entry.place().bytes();
        int at = entry.firstByte();
        int end = entry.lastByte();
        int continuations = 0;
        while (left > 0 && at + width() <= end) {
            space.limits().extent(++described);
            LongAd piece = piece(table, at);
            if (piece.isEmpty()) {
                return;
            }
            int kind = (int) (table.u32(at) >>> 30);
            at += width();
            if (kind == CONTINUES) {
                if (++continuations > MOST_CONTINUATIONS) {
                    throw new DiscException("its pieces lead on and on");
                }
                table = continuation(piece);
                at = 24;
                end = (int) Math.min(table.length(), at + table.u32(20));
            } else if (kind == RECORDED) {
                recorded(piece);
            } else {
                add(Extent.UNRECORDED, Math.min(left, piece.lengthBytes()));
            }
        }
    }

    private Bytes continuation(LongAd piece) throws DiscException {
        return space.need(
                        piece.partition(),
                        piece.block(),
                        "its list of pieces",
                        UdfTag.ALLOCATION_EXTENT)
                .bytes();
    }

    /** Short, long and extended descriptors (4/14.14.1 to 4/14.14.3). */
    private int width() throws DiscException {
        return switch (entry.descriptors()) {
            case 0 -> 8;
            case 1 -> LongAd.BYTES;
            case 2 -> 20;
            default -> throw new DiscException("its pieces are described in no known way");
        };
    }

    private LongAd piece(Bytes table, int at) throws DiscException {
        return switch (entry.descriptors()) {
            case 0 -> new LongAd(table.u32(at) & LENGTH, table.u32(at + 4), entry.partition());
            case 1 -> LongAd.at(table, at);
            default -> extended(table, at);
        };
    }

    /** One that was recorded in fewer bytes than it has would be compressed. */
    private static LongAd extended(Bytes table, int at) throws DiscException {
        long length = table.u32(at) & LENGTH;
        if (table.u32(at + 8) != (table.u32(at + 4) & LENGTH)) {
            throw new DiscException("its pieces are compressed");
        }
        return new LongAd(length, table.u32(at + 12), table.u16(at + 16));
    }

    private void recorded(LongAd piece) throws DiscException {
        long bytes = Math.min(left, piece.lengthBytes());
        long block = piece.block();
        while (bytes > 0) {
            space.limits().extent(extents.size());
            var run = space.places(piece.partition(), block).getFirst();
            long there = Math.min(bytes, run.blocks() * space.blocks().blockBytes());
            add(run.block() * space.blocks().blockBytes(), there);
            bytes -= there;
            block += run.blocks();
        }
    }

    private void add(long offsetBytes, long lengthBytes) {
        Extent last = extents.isEmpty() ? null : extents.getLast();
        if (last != null && follows(last, offsetBytes)) {
            extents.set(
                    extents.size() - 1,
                    new Extent(last.offsetBytes(), last.lengthBytes() + lengthBytes));
        } else {
            extents.add(new Extent(offsetBytes, lengthBytes));
        }
        left -= lengthBytes;
    }

    private static boolean follows(Extent last, long offsetBytes) {
        return last.isRecorded()
                ? last.offsetBytes() + last.lengthBytes() == offsetBytes
                : offsetBytes == Extent.UNRECORDED;
    }
}
