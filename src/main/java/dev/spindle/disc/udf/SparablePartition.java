package dev.spindle.disc.udf;

import java.util.List;
import java.util.NavigableMap;

/**
 * A partition of a rewritable disc, where packets that went bad stand elsewhere (OSTA UDF 2.2.9).
 */
final class SparablePartition implements UdfPartition {
    private final PhysicalPartition physical;
    private final int packetBlocks;

    /** First block of a packet in the partition to where it stands on the volume. */
    private final NavigableMap<Long, Long> spared;

    /**
     * @param packetBlocks a power of two
     */
    SparablePartition(
            PhysicalPartition physical, int packetBlocks, NavigableMap<Long, Long> spared) {
        this.physical = physical;
        this.packetBlocks = packetBlocks;
        this.spared = spared;
    }

    @Override
    public List<Run> places(long block) {
        if (block < 0 || block >= physical.blocks()) {
            return List.of();
        }
        long packet = block / packetBlocks * packetBlocks;
        Long elsewhere = spared.get(packet);
        if (elsewhere != null) {
            long left = Math.min(packet + packetBlocks, physical.blocks()) - block;
            return List.of(new Run(elsewhere + block - packet, left));
        }
        Long next = spared.higherKey(packet);
        long end = next == null ? physical.blocks() : Math.min(next, physical.blocks());
        return List.of(new Run(physical.firstBlock() + block, end - block));
    }
}
