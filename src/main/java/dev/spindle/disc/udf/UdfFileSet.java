package dev.spindle.disc.udf;

import dev.spindle.disc.sector.DiscException;

/** File set descriptors (ECMA-167 4/14.1): where the root folder is. */
final class UdfFileSet {
    /** How often one may have been written anew on a disc that is written once (OSTA UDF 2.3.2). */
    private static final int MOST = 256;

    private static final int NUMBER = 44;
    private static final int ROOT = 400;
    private static final int NEXT_EXTENT = 448;

    private UdfFileSet() {}

    /**
     * The root folder of the first file set, as its newest descriptor tells.
     *
     * @param sequence where its descriptors stand
     */
    static LongAd root(UdfSpace space, LongAd sequence) throws DiscException {
        Bytes newest = at(space, sequence, 0);
        LongAd extent = sequence;
        long next = 1;
        for (int i = 0; i < MOST; i++) {
            if (next * space.blocks().blockBytes() >= extent.lengthBytes()) {
                extent = LongAd.at(newest, NEXT_EXTENT);
                next = 0;
                if (extent.isEmpty()) {
                    break;
                }
            }
            Bytes later;
            try {
                later = at(space, extent, next++);
            } catch (DiscException _) {
                space.checkBudget();
                break; // A terminator, or what was never written.
            }
            newest = later.u32(NUMBER) == newest.u32(NUMBER) ? later : newest;
        }
        return LongAd.at(newest, ROOT);
    }

    private static Bytes at(UdfSpace space, LongAd extent, long index) throws DiscException {
        return space.need(
                        extent.partition(),
                        extent.block() + index,
                        "the descriptor of its files",
                        UdfTag.FILE_SET)
                .bytes();
    }
}
