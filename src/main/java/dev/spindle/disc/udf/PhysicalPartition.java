package dev.spindle.disc.udf;

import java.util.List;

/**
 * A partition as it stands on the volume (ECMA-167 3/10.7.2).
 *
 * @param firstBlock of the volume
 * @param blocks its length
 */
record PhysicalPartition(long firstBlock, long blocks) implements UdfPartition {
    @Override
    public List<Run> places(long block) {
        return block < 0 || block >= blocks
                ? List.of()
                : List.of(new Run(firstBlock + block, blocks - block));
    }
}
