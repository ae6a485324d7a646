package dev.spindle.disc.sector;

/**
 * How much may be read of a disc, and held of it at a time, so that hostile or damaged structures
 * cost bounded time and memory.
 *
 * @param remembered sectors that are held; those not used for longest are forgotten
 * @param run sectors that are read at once, from a multiple of it on; 1 reads what is asked for
 * @param fetched sectors that are read from the source in all
 * @param looks sectors that are asked for in all, remembered ones included
 * @param failures sectors that can't be read: each may cost a drive half a minute
 */
public record ReadBudget(int remembered, int run, long fetched, long looks, int failures) {
    /** For the first structures: only the sectors themselves, some hundred at most. */
    public static final ReadBudget FACTS = new ReadBudget(1024, 1, 1024, 100_000, 1024);

    /**
     * For a whole tree: 8 MiB held, 1 GiB read. 100 000 files need 200 MiB in UDF, where each has a
     * sector of its own. A run is the ECC block of DVD (ECMA-267, 20).
     */
    public static final ReadBudget TREE = new ReadBudget(4096, 16, 524_288, 4_000_000, 32);
}
