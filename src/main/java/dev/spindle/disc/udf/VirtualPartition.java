package dev.spindle.disc.udf;

import java.util.List;

/**
 * A partition of a disc that is written once: a table tells where each block stands by now (OSTA
 * UDF 2.2.8).
 */
final class VirtualPartition implements UdfPartition {
    /** An entry that is not used (OSTA UDF 2.2.11). */
    private static final long UNUSED = 0xFFFF_FFFFL;

    private final UdfPartition under;
    private final int[] table;

    /**
     * @param table blocks of the partition below
     */
    VirtualPartition(UdfPartition under, int[] table) {
        this.under = under;
        this.table = table;
    }

    @Override
    public List<Run> places(long block) {
        if (block < 0 || block >= table.length) {
            return List.of();
        }
        long below = table[(int) block] & UNUSED;
        return below == UNUSED
                ? List.of()
                : under.places(below).stream().map(run -> new Run(run.block(), 1)).toList();
    }
}
