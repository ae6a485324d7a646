package dev.spindle.disc.iso;

import dev.spindle.disc.sector.Sector;
import dev.spindle.disc.sector.SectorCache;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Finds the last session, whose files are the ones to show: it lists those of earlier sessions that
 * are still there.
 *
 * <p>A drive's TOC says where it begins. An image file has none; if it was put together from
 * sessions one behind the other, the next one begins where the one before ends, after padding.
 * Programs that grow an image in place (xorriso, growisofs) write the newest descriptors at the
 * front as well, with the size of the whole, so that the search ends at once.
 */
final class IsoSessions {
    /** Sessions that a CD can hold are less (Orange Book: 99 tracks). */
    private static final int MOST = 99;

    /** A session has at least the system area and two descriptors (ECMA-119, 6.2.1 and 6.7.1). */
    private static final int LEAST_SECTORS = 18;

    private static final int PRIMARY = 16;

    /** What programs round up to: an ECC block of DVD, a packet of CD and Blu-ray's cluster. */
    private static final int[] ALIGNMENTS = {1, 16, 32};

    /** Sectors of padding (mkisofs, -pad), and run-out behind tracks written at once (MMC). */
    private static final int[] PADDINGS = {0, 150, 152};

    private IsoSessions() {}

    /**
     * The descriptors that count.
     *
     * @param lastSessionLba from the TOC
     */
    static Optional<DescriptorSet> last(SectorCache disc, OptionalLong lastSessionLba) {
        if (lastSessionLba.isPresent()) {
            var last = DescriptorSet.read(disc, lastSessionLba.getAsLong());
            return last.isPresent() ? last : DescriptorSet.read(disc, 0);
        }
        var found = DescriptorSet.read(disc, 0);
        for (int session = 1; session < MOST && found.isPresent(); session++) {
            var next = next(disc, found.get());
            if (next.isEmpty()) {
                break;
            }
            found = next;
        }
        return found;
    }

    private static Optional<DescriptorSet> next(SectorCache disc, DescriptorSet session) {
        return starts(disc, session).stream()
                .filter(lba -> isSession(disc, lba))
                .findFirst()
                .flatMap(lba -> DescriptorSet.read(disc, lba));
    }

    /** Where the next session could begin. */
    private static List<Long> starts(SectorCache disc, DescriptorSet session) {
        long size = session.primary().sizeBytes().orElse(0);
        if (size == 0) {
            return List.of();
        }
        long end = session.sessionLba() + (size + Sector.BYTES - 1) / Sector.BYTES;
        return LongStream.of(end)
                .flatMap(lba -> Arrays.stream(PADDINGS).mapToLong(pad -> lba + pad))
                .flatMap(lba -> Arrays.stream(ALIGNMENTS).mapToLong(to -> (lba + to - 1) / to * to))
                .distinct()
                .filter(lba -> lba + LEAST_SECTORS <= disc.sectors())
                .boxed()
                .toList();
    }

    /** A primary descriptor whose root folder lies in the session itself, not in an earlier one. */
    private static boolean isSession(SectorCache disc, long lba) {
        return disc.read(lba + PRIMARY)
                .filter(VolumeDescriptor::isOne)
                .map(VolumeDescriptor::new)
                .filter(d -> d.type() == VolumeDescriptor.PRIMARY && d.hasBlockSize())
                .map(d -> d.root().firstBlock() * d.blockBytes() >= lba * Sector.BYTES)
                .orElse(false);
    }
}
