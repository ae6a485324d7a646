package dev.spindle.disc.sector;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The sequence of volume structures from sector 16 on, which ISO 9660 and UDF share. */
public final class VolumeStructures {
    /** Behind 16 sectors of system area (ECMA-119, 6.2.1; ECMA-167 2/8.3). */
    private static final int FIRST_LBA = 16;

    /** Real discs have less than ten; what goes on for longer is damaged or hostile. */
    private static final int MOST = 32;

    /** Discs have blocks of one sector; images of hard disks and memory cards may have others. */
    private static final int[] BLOCK_SECTORS = {1, 2, 4, 8, 16};

    /** Standard identifiers (ECMA-167 2/9.1.2). */
    private static final Set<String> KNOWN =
            Set.of("CD001", "BEA01", "NSR02", "NSR03", "BOOT2", "CDW02", "TEA01");

    private VolumeStructures() {}

    /** Where the structures of the first session may be. */
    public static List<Long> lbas() {
        return lbas(0);
    }

    /** Where those of a session may be, by its first sector. */
    public static List<Long> lbas(long sessionLba) {
        long first = sessionLba + FIRST_LBA;
        return LongStream.range(first, first + MOST).boxed().toList();
    }

    /**
     * Whether the sequence says that there is a UDF file system (ECMA-167 3/9.1). Each structure
     * begins a block of its own where blocks are larger than a sector (2/8.4).
     */
    public static boolean hasUdf(SectorCache disc) {
        return IntStream.of(BLOCK_SECTORS).anyMatch(step -> hasUdf(disc, step));
    }

    private static boolean hasUdf(SectorCache disc, int step) {
        for (int i = 0; i < MOST; i++) {
            Optional<Sector> sector = disc.read(FIRST_LBA + (long) i * step);
            if (sector.isEmpty() && step == 1) {
                continue;
            }
            if (sector.isEmpty()) {
                return false; // Trying on would cost a drive with a bad disc too long.
            }
            if (is(sector.get(), "NSR02") || is(sector.get(), "NSR03")) {
                return true;
            }
            if (is(sector.get(), "TEA01") || KNOWN.stream().noneMatch(k -> is(sector.get(), k))) {
                return false;
            }
        }
        return false;
    }

    private static boolean is(Sector sector, String identifier) {
        return sector.hasText(1, identifier);
    }
}
