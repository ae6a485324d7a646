package dev.spindle.disc.udf;

import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.tree.Extent;

import java.util.List;

/**
 * Finds and reads the table of a virtual partition (OSTA UDF 2.2.11). Its entry is the last block
 * that was written; a drive may count run-out behind that.
 */
final class VirtualAllocationTable {
    /** What is looked at, from the last block of the disc on backwards. */
    private static final int MOST_BACKWARDS = 32;

    /** Run-out of discs that were written track at once, in packets, or closed. */
    private static final int[] RUN_OUTS = {150, 151, 152, 300, 301, 302};

    /** More blocks than the structures of any disc have; 8 MiB. */
    private static final long MOST_BYTES = 8L << 20;

    /** File types of the entry: since UDF 2.00, and before (OSTA UDF 2.3.5.2 and UDF 1.50). */
    private static final int SINCE_200 = 248;

    private static final int BEFORE_200 = 0;

    /** Behind the entries of a table before UDF 2.00: identifier and previous table. */
    private static final int TRAILER_BYTES = 36;

    private static final String TRAILER = "*UDF Virtual Alloc Tbl";

    private final UdfSpace space;
    private final int below;

    /**
     * @param below index of the partition that the table refers to
     */
    VirtualAllocationTable(UdfSpace space, int below) {
        this.space = space;
        this.below = below;
    }

    UdfPartition partition() throws DiscException {
        long last = space.blocks().count() - 1;
        for (int back = 0; back < MOST_BACKWARDS; back++) {
            int[] table = at(last - back);
            if (table.length > 0) {
                return new VirtualPartition(space.partitions().get(below), table);
            }
        }
        for (int back : RUN_OUTS) {
            int[] table = at(last - back);
            if (table.length > 0) {
                return new VirtualPartition(space.partitions().get(below), table);
            }
        }
        space.checkBudget();
        throw new DiscException(
                "its last block holds no table of where things are: the disc is open or cut off");
    }

    /** The table whose entry is in that block of the volume; empty if there is none. */
    private int[] at(long volumeBlock) throws DiscException {
        long first = space.places(below, 0).getFirst().block();
        if (volumeBlock < first || space.blocks().read(volumeBlock).isEmpty()) {
            return new int[0];
        }
        try {
            var icb = new LongAd(1, volumeBlock - first, below);
            UdfEntry entry = UdfEntry.read(space, icb, "the table of where things are");
            boolean isTable = entry.fileType() == SINCE_200 || entry.fileType() == BEFORE_200;
            if (!isTable || entry.sizeBytes() > MOST_BYTES) {
                return new int[0];
            }
            return table(entry, UdfContent.of(space, entry));
        } catch (DiscException _) {
            space.checkBudget();
            return new int[0];
        }
    }

    private int[] table(UdfEntry entry, List<Extent> extents) throws DiscException {
        int size = (int) entry.sizeBytes();
        space.limits().folder(size);
        Bytes content = new ContentReader(space.blocks(), extents).take(size);
        if (entry.fileType() == SINCE_200) {
            int header = size < 2 ? size : content.u16(0);
            return numbers(content, Math.min(header, size), size);
        }
        boolean isTable =
                size > TRAILER_BYTES && content.hasText(size - TRAILER_BYTES + 1, TRAILER);
        return isTable ? numbers(content, 0, size - TRAILER_BYTES) : new int[0];
    }

    private static int[] numbers(Bytes content, int from, int to) {
        var numbers = new int[(to - from) / 4];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (int) content.u32(from + 4 * i);
        }
        return numbers;
    }
}
