package dev.spindle.disc.udf;

import java.util.List;

/** How blocks of a partition become blocks of the volume (ECMA-167 3/10.7 and OSTA UDF 2.2). */
sealed interface UdfPartition
        permits PhysicalPartition, SparablePartition, VirtualPartition, MetadataPartition {
    /**
     * Neighbours in the partition that are neighbours on the volume too.
     *
     * @param block of the volume
     * @param blocks how many, at least 1
     */
    record Run(long block, long blocks) {
        public Run {
            if (blocks < 1) {
                throw new IllegalArgumentException("a run of " + blocks + " blocks");
            }
        }
    }

    /**
     * Where a block of the partition stands, with those that follow it; the first is the one to
     * read, others are copies. Empty where there is no such block.
     */
    List<Run> places(long block);
}
