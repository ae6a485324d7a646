package dev.spindle.disc.iso;

import dev.spindle.disc.sector.Sector;
import dev.spindle.disc.sector.SectorCache;
import dev.spindle.disc.text.Labels;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the volume descriptors of ISO 9660 tell of the last session.
 *
 * @param label the Joliet label if there is one, else the primary's
 * @param endBytes where the volume space ends; empty where the fields contradict themselves
 * @param created when the volume was created, if told
 * @param modified when it was last modified, if told
 * @param extensions what stands beside the primary folders: "Joliet level 3"
 * @param sessionLba where the session begins
 */
public record IsoVolume(
        Optional<String> label,
        OptionalLong endBytes,
        Optional<Instant> created,
        Optional<Instant> modified,
        List<String> extensions,
        long sessionLba) {
    public IsoVolume {
        extensions = List.copyOf(extensions);
    }

    /**
     * Reads them; empty where there is no primary descriptor.
     *
     * @param lastSessionLba where the last session begins, from the drive's TOC; without it the
     *     sessions are searched for
     */
    public static Optional<IsoVolume> read(SectorCache disc, OptionalLong lastSessionLba) {
        return IsoSessions.last(disc, lastSessionLba).map(set -> of(disc, set));
    }

    /** Whether the set of descriptors ends here (ECMA-119, 8.3). */
    public static boolean isTerminator(Sector sector) {
        return VolumeDescriptor.isOne(sector)
                && new VolumeDescriptor(sector).type() == VolumeDescriptor.TERMINATOR;
    }

    private static IsoVolume of(SectorCache disc, DescriptorSet set) {
        var primary = set.primary();
        var joliet = set.joliet().flatMap(d -> Labels.joliet(d.volumeIdentifier()));
        var size = primary.sizeBytes();
        return new IsoVolume(
                joliet.or(() -> Labels.iso(primary.volumeIdentifier())),
                size.isPresent()
                        ? OptionalLong.of(set.sessionLba() * Sector.BYTES + size.getAsLong())
                        : size,
                primary.created(),
                primary.modified(),
                extensions(disc, set),
                set.sessionLba());
    }

    private static List<String> extensions(SectorCache disc, DescriptorSet set) {
        var found = new ArrayList<String>();
        if (Hierarchy.of(disc, set).names() == Hierarchy.Names.ROCK_RIDGE) {
            found.add("Rock Ridge");
        }
        set.joliet().ifPresent(d -> found.add("Joliet level " + d.jolietLevel()));
        set.enhanced().ifPresent(_ -> found.add("ISO 9660:1999"));
        if (set.isBootable()) {
            found.add("El Torito");
        }
        return found;
    }
}
