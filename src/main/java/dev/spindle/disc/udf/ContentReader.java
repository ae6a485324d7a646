package dev.spindle.disc.udf;

import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.tree.Extent;

import java.util.Iterator;
import java.util.List;

/** Reads the content of a folder or a table from its first byte to its last. */
final class ContentReader {
    private final UdfBlocks blocks;
    private final Iterator<Extent> extents;
    private long offset;
    private long left;
    private Bytes block = new Bytes(new byte[0]);
    private long blockNumber = -1;

    ContentReader(UdfBlocks blocks, List<Extent> extents) {
        this.blocks = blocks;
        this.extents = extents.iterator();
    }

    /** The next bytes. */
    Bytes take(int count) throws DiscException {
        var taken = new byte[count];
        int done = 0;
        while (done < count) {
            if (left == 0) {
                next();
            }
            done += copy(taken, done);
        }
        return new Bytes(taken);
    }

    private void next() throws DiscException {
        if (!extents.hasNext()) {
            throw new DiscException("it ends in the middle of something");
        }
        Extent extent = extents.next();
        if (!extent.isRecorded()) {
            throw new DiscException("a part of it was never written");
        }
        offset = extent.offsetBytes();
        left = extent.lengthBytes();
    }

    private int copy(byte[] into, int at) throws DiscException {
        long number = offset / blocks.blockBytes();
        int inBlock = (int) (offset % blocks.blockBytes());
        if (number != blockNumber) {
            block = need(number);
            blockNumber = number;
        }
        int count = (int) Math.min(Math.min(left, into.length - at), block.length() - inBlock);
        System.arraycopy(block.data(), inBlock, into, at, count);
        offset += count;
        left -= count;
        return count;
    }

    private Bytes need(long number) throws DiscException {
        Bytes found = blocks.read(number).orElse(null);
        if (found == null) {
            blocks.checkBudget();
            throw new DiscException("block " + number + " of it can't be read");
        }
        return found;
    }
}
