package dev.spindle.disc.udf;

import dev.spindle.disc.sector.DiscException;

import java.util.ArrayList;
import java.util.List;

/** The partitions of a volume, and the structures in them. One thread at a time. */
final class UdfSpace {
    /**
     * A structure and where it stands.
     *
     * @param block of the volume
     */
    record Structure(Bytes bytes, long block) {}

    private final UdfBlocks blocks;
    private final List<UdfPartition> partitions = new ArrayList<>();
    private final UdfLimits limits = new UdfLimits();

    UdfSpace(UdfBlocks blocks) {
        this.blocks = blocks;
    }

    UdfBlocks blocks() {
        return blocks;
    }

    UdfLimits limits() {
        return limits;
    }

    /** Adds the next of the table of partition maps. */
    void add(UdfPartition partition) {
        partitions.add(partition);
    }

    List<UdfPartition> partitions() {
        return partitions;
    }

    /** Where a block of a partition stands, and its copies. */
    List<UdfPartition.Run> places(int partition, long block) throws DiscException {
        var places =
                partition < partitions.size()
                        ? partitions.get(partition).places(block)
                        : List.<UdfPartition.Run>of();
        if (places.isEmpty()) {
            throw new DiscException(
                    "there is no block " + block + " in its partition " + partition);
        }
        return places;
    }

    /**
     * A descriptor of one of these kinds, whole, and in its own place; of a copy where the first is
     * not.
     *
     * @param what to begin a sentence with: "the root folder"
     */
    Structure need(int partition, long block, String what, int... identifiers)
            throws DiscException {
        boolean isReadable = false;
        for (var place : places(partition, block)) {
            Bytes bytes = blocks.read(place.block()).orElse(null);
            if (bytes == null) {
                continue;
            }
            isReadable = true;
            limits.checked(UdfTag.checkedBytes(bytes));
            if (isOneOf(UdfTag.identifier(bytes), identifiers)
                    && UdfTag.location(bytes) == block
                    && UdfTag.isWhole(bytes)) {
                return new Structure(bytes, place.block());
            }
        }
        blocks.checkBudget();
        throw new DiscException(
                what
                        + (isReadable ? " is damaged" : " can't be read")
                        + ", at block "
                        + block
                        + " of partition "
                        + partition);
    }

    /** Refuses the disc where too much of it was asked for, whatever was made of it before. */
    void checkBudget() throws DiscException {
        blocks.checkBudget();
        limits.check();
    }

    private static boolean isOneOf(int identifier, int[] identifiers) {
        for (int one : identifiers) {
            if (identifier == one) {
                return true;
            }
        }
        return false;
    }
}
