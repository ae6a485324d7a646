package dev.spindle.disc.udf;

import dev.spindle.disc.sector.Sector;
import dev.spindle.disc.sector.SectorCache;
import dev.spindle.disc.text.Labels;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What the volume descriptor sequence of UDF tells. Numbers of clauses are ECMA-167's. Descriptors
 * count here by their tags alone, so that a damaged volume still has a name.
 *
 * @param label the logical volume identifier
 * @param sizeBytes end of the last partition
 * @param revision of UDF, by the volume's domain: "2.50"
 * @param created when the volume was set up
 * @param modified when it was last closed or opened for writing
 * @param lbas the sectors in which the descriptors stand
 */
public record UdfVolume(
        Optional<String> label,
        OptionalLong sizeBytes,
        Optional<String> revision,
        Optional<Instant> created,
        Optional<Instant> modified,
        List<Long> lbas) {
    /** Where anchors are (3/8.4.2.1), from the start and from the end. */
    private static final int ANCHOR = 256;

    public UdfVolume {
        lbas = List.copyOf(lbas);
    }

    /** What is known of a volume whose structures can't be read. */
    private static final UdfVolume UNKNOWN =
            new UdfVolume(
                    Optional.empty(),
                    OptionalLong.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());

    /** Reads it from the first anchor that is good. */
    public static UdfVolume read(SectorCache disc) {
        return IntStream.of(UdfDescriptors.BLOCK_BYTES)
                .mapToObj(blockBytes -> new UdfBlocks(disc, blockBytes))
                .flatMap(blocks -> anchored(blocks).stream())
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static Optional<UdfVolume> anchored(UdfBlocks blocks) {
        long last = blocks.count() - 1;
        return LongStream.of(ANCHOR, last, last - ANCHOR)
                .boxed()
                .flatMap(at -> anchor(blocks, at).stream().map(a -> read(blocks, at, a)))
                .findFirst();
    }

    private static Optional<Bytes> anchor(UdfBlocks blocks, long block) {
        return blocks.read(block).filter(b -> UdfTag.isValid(b, UdfTag.ANCHOR, block));
    }

    /** The main sequence, or the reserve one where that tells nothing (3/10.2). */
    private static UdfVolume read(UdfBlocks blocks, long anchorBlock, Bytes anchor) {
        var main = VolumeSequence.read(blocks, anchor.u32(20), anchor.u32(16));
        return of(
                blocks,
                anchorBlock,
                main.tellsAnything()
                        ? main
                        : VolumeSequence.read(blocks, anchor.u32(28), anchor.u32(24)));
    }

    private static UdfVolume of(UdfBlocks blocks, long anchorBlock, VolumeSequence sequence) {
        Optional<Bytes> volume = sequence.logicalVolume();
        return new UdfVolume(
                volume.flatMap(v -> Labels.dstring(v.slice(84, 128).data())),
                sequence.sizeBytes(blocks.blockBytes()),
                volume.flatMap(UdfVolume::revision),
                sequence.primary().flatMap(p -> UdfTimestamp.at(p, 376)),
                volume.flatMap(v -> VolumeIntegrity.time(blocks, v)),
                LongStream.concat(LongStream.of(anchorBlock), sequence.blocks())
                        .map(block -> block * blocks.blockBytes() / Sector.BYTES)
                        .distinct()
                        .boxed()
                        .toList());
    }

    /**
     * The suffix of the domain identifier (3/10.6.5): the revision in four digits (OSTA UDF
     * 2.1.5.3).
     */
    private static Optional<String> revision(Bytes volume) {
        int digits = volume.u16(240);
        boolean isRevision =
                volume.hasText(217, "*OSTA UDF Compliant")
                        && "%04x".formatted(digits).matches("0[1-9][0-9]{2}");
        return isRevision
                ? Optional.of("%x.%02x".formatted(digits >> 8, digits & 0xFF))
                : Optional.empty();
    }
}
