package dev.spindle.disc.udf;

import dev.spindle.disc.sector.DiscException;

import java.time.Instant;
import java.util.Optional;

/**
 * A file entry (ECMA-167 4/14.9) or an extended one (4/14.17): what a file, a folder or a file of
 * the file system itself is, and where.
 *
 * @param place its block
 * @param partition in which it stands; short allocation descriptors mean the same one
 * @param fileType 4 a folder, 5 a file and so on (4/14.6.6)
 * @param descriptors how its content is described: 0 short, 1 long, 2 extended, 3 it stands here
 * @param sizeBytes of the content; negative where it is above 2^63
 * @param firstByte where the allocation descriptors or the content begin, in the block
 * @param lastByte where they end
 * @param streams where its named streams are; empty if it has none
 */
record UdfEntry(
        UdfSpace.Structure place,
        int partition,
        int fileType,
        int descriptors,
        long sizeBytes,
        int firstByte,
        int lastByte,
        Optional<Instant> modified,
        LongAd streams) {
    static final int FOLDER = 4;
    static final int IN_ENTRY = 3;

    /** How often an entry may have been written anew on a disc that is written once. */
    private static final int MOST_REWRITES = 4096;

    private static final int STRATEGY = 20;
    private static final int STRATEGY_CHAIN = 4096;
    private static final int FILE_TYPE = 27;
    private static final int FLAGS = 34;
    private static final int SIZE = 56;

    /** Reads the entry at a place; on discs that are written once, the last of its versions. */
    static UdfEntry read(UdfSpace space, LongAd icb, String what) throws DiscException {
        UdfEntry entry = direct(space, icb.partition(), icb.block(), what);
        LongAd at = icb;
        for (int i = 0; entry.place.bytes().u16(STRATEGY) == STRATEGY_CHAIN; i++) {
            LongAd next = rewritten(space, at);
            if (next.isEmpty()) {
                break;
            }
            if (i >= MOST_REWRITES) {
                throw new DiscException(what + " leads on and on");
            }
            UdfEntry newer;
            try {
                newer = direct(space, next.partition(), next.block(), what);
            } catch (DiscException _) {
                space.checkBudget();
                break; // The disc ends before the next version.
            }
            entry = newer;
            at = next;
        }
        return entry;
    }

    /** Where the indirect entry behind it leads (4/14.7, strategy 4096: 4/14.6.2 and OSTA). */
    private static LongAd rewritten(UdfSpace space, LongAd icb) throws DiscException {
        try {
            var indirect = space.need(icb.partition(), icb.block() + 1, "", UdfTag.INDIRECT_ENTRY);
            return LongAd.at(indirect.bytes(), 36);
        } catch (DiscException _) {
            space.checkBudget();
            return new LongAd(0, 0, 0);
        }
    }

    private static UdfEntry direct(UdfSpace space, int partition, long block, String what)
            throws DiscException {
        var place =
                space.need(partition, block, what, UdfTag.FILE_ENTRY, UdfTag.EXTENDED_FILE_ENTRY);
        Bytes bytes = place.bytes();
        boolean isExtended = UdfTag.identifier(bytes) == UdfTag.EXTENDED_FILE_ENTRY;
        int fixed = isExtended ? 216 : 176;
        long attributes = bytes.u32(fixed - 8);
        long described = bytes.u32(fixed - 4);
        if (fixed + attributes + described > bytes.length()) {
            throw new DiscException(what + " does not fit into its own block");
        }
        int first = (int) (fixed + attributes);
        return new UdfEntry(
                place,
                partition,
                bytes.u8(FILE_TYPE),
                bytes.u16(FLAGS) & 7,
                bytes.u64(SIZE),
                first,
                (int) (first + described),
                UdfTimestamp.at(bytes, isExtended ? 92 : 84),
                isExtended ? LongAd.at(bytes, 152) : new LongAd(0, 0, 0));
    }

    boolean isFolder() {
        return fileType == FOLDER;
    }
}
