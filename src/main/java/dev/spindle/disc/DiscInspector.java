package dev.spindle.disc;

import dev.spindle.disc.iso.IsoVolume;
import dev.spindle.disc.sector.Sector;
import dev.spindle.disc.sector.SectorCache;
import dev.spindle.disc.sector.SectorReader;
import dev.spindle.disc.sector.VolumeStructures;
import dev.spindle.disc.udf.UdfVolume;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds out what a disc is, from its first structures. */
public final class DiscInspector {
    private DiscInspector() {}

    /**
     * Reads the structures; damaged or hostile ones cost facts, never more than some hundred reads.
     *
     * @param lengthBytes exact length of the medium or image
     */
    public static DiscFacts inspect(SectorReader reader, long lengthBytes) {
        long sectors = (lengthBytes + Sector.BYTES - 1) / Sector.BYTES;
        var disc = new SectorCache(reader, sectors);
        Optional<IsoVolume> iso = IsoVolume.read(disc, OptionalLong.empty());
        Optional<UdfVolume> udf =
                VolumeStructures.hasUdf(disc)
                        ? Optional.of(UdfVolume.read(disc))
                        : Optional.empty();
        boolean isUnknown = iso.isEmpty() && udf.isEmpty();
        return new DiscFacts(
                kind(iso.isPresent(), udf.isPresent()),
                label(iso.flatMap(IsoVolume::label), udf.flatMap(UdfVolume::label)),
                isUnknown
                        ? DiscIdentity.ofUnknown(disc, lengthBytes)
                        : DiscIdentity.of(
                                disc, lengthBytes, udf.map(UdfVolume::lbas).orElse(List.of())),
                lengthBytes,
                sectors,
                new DiscSizes(
                        lengthBytes,
                        iso.map(IsoVolume::endBytes).orElse(OptionalLong.empty()),
                        udf.map(UdfVolume::sizeBytes).orElse(OptionalLong.empty())),
                Optional.empty());
    }

    private static DiscFacts.Kind kind(boolean isIso, boolean isUdf) {
        if (isIso) {
            return isUdf ? DiscFacts.Kind.ISO_AND_UDF : DiscFacts.Kind.ISO_9660;
        }
        return isUdf ? DiscFacts.Kind.UDF : DiscFacts.Kind.DATA;
    }

    /** UDF's has room for most characters; but one that says something comes before any. */
    private static Optional<String> label(Optional<String> iso, Optional<String> udf) {
        return udf.filter(label -> !NameFromLabel.isGeneric(label)).or(() -> iso).or(() -> udf);
    }
}
