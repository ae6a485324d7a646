package dev.spindle.disc.iso;

import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.sector.Sector;
import dev.spindle.disc.sector.SectorCache;
import dev.spindle.disc.text.DiscText;

import java.util.Optional;

/**
 * The folders that are read, of those that a disc offers: Rock Ridge before Joliet, as Linux does;
 * then the enhanced ones of ISO 9660:1999, then the primary ones.
 *
 * @param skipBytes of Rock Ridge's areas
 */
record Hierarchy(VolumeDescriptor volume, Names names, int skipBytes) {
    /** How names are written. */
    enum Names {
        ROCK_RIDGE,
        JOLIET,
        ENHANCED,
        PRIMARY
    }

    /** The best one. */
    static Hierarchy of(SectorCache disc, DescriptorSet set) {
        if (rockRidge(disc, set).isPresent()) {
            return of(disc, set, Names.ROCK_RIDGE);
        }
        if (set.joliet().isPresent()) {
            return of(disc, set, Names.JOLIET);
        }
        return of(disc, set, set.enhanced().isPresent() ? Names.ENHANCED : Names.PRIMARY);
    }

    /** A certain one; the primary one where the disc has it not. */
    static Hierarchy of(SectorCache disc, DescriptorSet set, Names names) {
        return switch (names) {
            case ROCK_RIDGE -> new Hierarchy(set.primary(), names, rockRidge(disc, set).orElse(0));
            case JOLIET -> new Hierarchy(set.joliet().orElse(set.primary()), names, 0);
            case ENHANCED -> new Hierarchy(set.enhanced().orElse(set.primary()), names, 0);
            case PRIMARY -> new Hierarchy(set.primary(), names, 0);
        };
    }

    /**
     * By the root's record of itself, which says that there are entries, and one of POSIX modes,
     * which stands in every record of Rock Ridge (RRIP 1.12, 4.1.1).
     */
    private static Optional<Integer> rockRidge(SectorCache disc, DescriptorSet set) {
        var volume = set.primary();
        long offset = volume.root().firstBlock() * volume.blockBytes();
        return disc.read(offset / Sector.BYTES)
                .map(sector -> new DirectoryRecord(sector, (int) (offset % Sector.BYTES)))
                .filter(record -> record.isWhole() && record.isSelf())
                .filter(record -> hasModes(disc, volume.blockBytes(), record))
                .flatMap(record -> SystemUse.skipBytes(record.systemUse()));
    }

    private static boolean hasModes(SectorCache disc, int blockBytes, DirectoryRecord record) {
        int start = SystemUse.start(record.systemUse());
        try {
            return new SystemUse(disc, blockBytes, start, new Effort())
                    .of(record).stream().anyMatch(entry -> entry.is("PX"));
        } catch (DiscException _) {
            return false;
        }
    }

    /** The name of a record without Rock Ridge (ECMA-119, 7.5 and 7.6). */
    String name(DirectoryRecord record) {
        String name =
                names == Names.JOLIET
                        ? DiscText.ucs2(record.name())
                        : DiscText.posix(record.name());
        if (name.endsWith(";1")) {
            name = name.substring(0, name.length() - 2);
        }
        boolean hasEmptyExtension = names == Names.PRIMARY && name.endsWith(".");
        return hasEmptyExtension ? name.substring(0, name.length() - 1) : name;
    }
}
