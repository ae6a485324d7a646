package dev.spindle.disc;

import dev.spindle.disc.iso.IsoVolume;
import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.sector.Sector;
import dev.spindle.disc.sector.SectorCache;
import dev.spindle.disc.sector.SectorReader;
import dev.spindle.disc.sector.VolumeStructures;
import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.toc.MediumFacts;
import dev.spindle.disc.tree.TreeScope;
import dev.spindle.disc.udf.UdfVolume;
import dev.spindle.drive.medium.MediumMusic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out what a disc is, from its first structures. */
public final class DiscInspector {
    private final SectorCache disc;
    private final long lengthBytes;
    private final MediumFacts medium;
    private final OptionalLong sessionLba;
    private final Optional<IsoVolume> iso;
    private final Optional<UdfVolume> udf;

    private DiscInspector(SectorReader reader, long lengthBytes, MediumFacts medium) {
        this.disc = new SectorCache(reader, (lengthBytes + Sector.BYTES - 1) / Sector.BYTES);
        this.lengthBytes = lengthBytes;
        this.medium = medium;
        this.sessionLba =
                medium.toc().map(DiscToc::lastDataSessionLba).orElse(OptionalLong.empty());
        this.iso = IsoVolume.read(disc, sessionLba);
        this.udf =
                VolumeStructures.hasUdf(disc)
                        ? Optional.of(UdfVolume.read(disc))
                        : Optional.empty();
    }

    /** Of an image, of which no drive tells anything. */
    public static DiscFacts inspect(SectorReader reader, long lengthBytes) {
        return inspect(reader, lengthBytes, MediumFacts.NONE);
    }

    /**
     * Reads the structures; damaged or hostile ones cost facts, never more than some hundred reads.
     *
     * @param lengthBytes exact length of the medium or image
     * @param medium what the drive tells beside
     */
    public static DiscFacts inspect(SectorReader reader, long lengthBytes, MediumFacts medium) {
        return new DiscInspector(reader, lengthBytes, medium).facts();
    }

    private DiscFacts facts() {
        var sizes =
                new DiscSizes(
                        lengthBytes,
                        medium.toc()
                                .map(toc -> OptionalLong.of(toc.leadOutLba() * Sector.BYTES))
                                .orElse(OptionalLong.empty()),
                        iso.map(IsoVolume::endBytes).orElse(OptionalLong.empty()),
                        udf.map(UdfVolume::sizeBytes).orElse(OptionalLong.empty()));
        var signs = signs();
        return new DiscFacts(
                DiscSigns.decide(medium, signs, iso.isPresent(), udf.isPresent()),
                label(iso.flatMap(IsoVolume::label), udf.flatMap(UdfVolume::label))
                        .or(() -> medium.music().flatMap(DiscInspector::albumLabel)),
                identity(),
                lengthBytes,
                disc.sectors(),
                sizes,
                medium.protection().or(() -> signs.flatMap(s -> s.protection(medium.family()))),
                details(sizes));
    }

    private String identity() {
        boolean isUnknown = iso.isEmpty() && udf.isEmpty();
        return isUnknown
                ? DiscIdentity.ofUnknown(disc, lengthBytes, medium.toc())
                : DiscIdentity.of(disc, lengthBytes, udf.map(UdfVolume::lbas).orElse(List.of()));
    }

    private DiscDetails details(DiscSizes sizes) {
        boolean isContradictory = iso.isPresent() && sizes.isoBytes().isEmpty();
        return new DiscDetails(
                iso.flatMap(IsoVolume::created).or(() -> udf.flatMap(UdfVolume::created)),
                iso.flatMap(IsoVolume::modified).or(() -> udf.flatMap(UdfVolume::modified)),
                structures(),
                medium.toc(),
                SizeCheck.notes(sizes, medium, isContradictory),
                medium.music());
    }

    private List<String> structures() {
        var names = new ArrayList<String>();
        iso.ifPresent(volume -> {
            names.add("ISO 9660");
            names.addAll(volume.extensions());
        });
        udf.ifPresent(volume -> names.add(volume.revision().map(r -> "UDF " + r).orElse("UDF")));
        names.addAll(FrontStructures.names(disc));
        return names;
    }

    /** The names by which discs are known. */
    private Optional<DiscSigns> signs() {
        if (iso.isEmpty() && udf.isEmpty()) {
            return Optional.empty();
        }
        try {
            var tree = DiscTrees.read(disc, TreeScope.SIGNS, sessionLba);
            return Optional.of(new DiscSigns(tree.root()));
        } catch (DiscException _) {
            return Optional.empty();
        }
    }

    /** A CD of music has no volume: what it says of itself stands for a label. */
    private static Optional<String> albumLabel(MediumMusic music) {
        var text = music.text();
        return Optional.of(
                        Stream.of(text.performer(), text.title())
                                .filter(word -> !word.isEmpty())
                                .collect(Collectors.joining(" - ")))
                .filter(label -> !label.isEmpty());
    }

    /** UDF's has room for most characters; but one that says something comes before any. */
    private static Optional<String> label(Optional<String> iso, Optional<String> udf) {
        return udf.filter(label -> !NameFromLabel.isGeneric(label)).or(() -> iso).or(() -> udf);
    }
}
