package dev.spindle.disc.iso;

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
record Hierarchy(DescriptorSet set, VolumeDescriptor volume, Names names, int skipBytes) {
    /** How names are written. */
    enum Names {
        ROCK_RIDGE,
        JOLIET,
        ENHANCED,
        PRIMARY
    }

    static Hierarchy of(SectorCache disc, DescriptorSet set) {
        var skip = rockRidge(disc, set);
        if (skip.isPresent()) {
            return new Hierarchy(set, set.primary(), Names.ROCK_RIDGE, skip.get());
        }
        if (set.joliet().isPresent()) {
            return new Hierarchy(set, set.joliet().get(), Names.JOLIET, 0);
        }
        return set.enhanced()
                .map(enhanced -> new Hierarchy(set, enhanced, Names.ENHANCED, 0))
                .orElseGet(() -> new Hierarchy(set, set.primary(), Names.PRIMARY, 0));
    }

    /**
     * By the root's record of itself, which says that there are entries, and one of POSIX modes.
     */
    private static Optional<Integer> rockRidge(SectorCache disc, DescriptorSet set) {
        var volume = set.primary();
        long offset = volume.root().firstBlock() * volume.blockBytes();
        return disc.read(offset / Sector.BYTES)
                .map(sector -> new DirectoryRecord(sector, (int) (offset % Sector.BYTES)))
                .filter(record -> record.isWhole() && record.isSelf())
                .map(DirectoryRecord::systemUse)
                .flatMap(Hierarchy::rockRidge);
    }

    /** PX stands in every record of Rock Ridge (RRIP 1.12, 4.1.1). */
    private static Optional<Integer> rockRidge(byte[] area) {
        return SystemUse.skipBytes(area)
                .filter(_ -> {
                    for (int at = 0; at + 1 < area.length; at++) {
                        if (area[at] == 'P' && area[at + 1] == 'X') {
                            return true;
                        }
                    }
                    return false;
                });
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
