package dev.spindle.disc.udf;

import dev.spindle.disc.sector.Sector;
import dev.spindle.disc.sector.SectorCache;
import dev.spindle.disc.text.Labels;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * What the volume descriptor sequence of UDF tells. Numbers of clauses are ECMA-167's.
 *
 * @param label the logical volume identifier
 * @param sizeBytes end of the last partition
 * @param lbas the sectors in which this stands
 */
public record UdfVolume(Optional<String> label, OptionalLong sizeBytes, List<Long> lbas) {
    /** Where anchors are (3/8.4.2.1), from the start and from the end. */
    private static final int ANCHOR = 256;

    /** A sequence has at least 16 sectors (OSTA UDF 2.2.3.1), and seldom more. */
    private static final int MOST_DESCRIPTORS = 64;

    public UdfVolume {
        lbas = List.copyOf(lbas);
    }

    /** What is known of a volume whose structures can't be read. */
    private static final UdfVolume UNKNOWN =
            new UdfVolume(Optional.empty(), OptionalLong.empty(), List.of());

    /** Reads it from the first anchor that is good. */
    public static UdfVolume read(SectorCache disc) {
        long last = disc.sectors() - 1;
        return LongStream.of(ANCHOR, last, last - ANCHOR)
                .boxed()
                .flatMap(lba -> anchor(disc, lba).stream().map(a -> read(disc, lba, a)))
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static Optional<Sector> anchor(SectorCache disc, long lba) {
        return disc.read(lba).filter(s -> UdfTag.isValid(s, UdfTag.ANCHOR, lba));
    }

    /** The main sequence, or the reserve one where that tells nothing (3/10.2). */
    private static UdfVolume read(SectorCache disc, long anchorLba, Sector anchor) {
        UdfVolume main = sequence(disc, anchorLba, anchor.u32(20), anchor.u32(16));
        return main.label.isPresent() || main.sizeBytes.isPresent()
                ? main
                : sequence(disc, anchorLba, anchor.u32(28), anchor.u32(24));
    }

    private static UdfVolume sequence(
            SectorCache disc, long anchorLba, long firstLba, long extentBytes) {
        long count = Math.min(extentBytes / Sector.BYTES, MOST_DESCRIPTORS);
        var lbas = new ArrayList<Long>(List.of(anchorLba));
        var volumes = new TreeMap<Long, Sector>();
        Map<Integer, Sector> partitions = new TreeMap<>();
        for (long lba = firstLba; lba < firstLba + count; lba++) {
            lbas.add(lba);
            Sector sector = disc.read(lba).orElse(null);
            if (sector == null) {
                continue;
            }
            if (UdfTag.isValid(sector, UdfTag.TERMINATOR, lba)) {
                break;
            }
            if (UdfTag.isValid(sector, UdfTag.LOGICAL_VOLUME, lba)) {
                volumes.put(sequenceNumber(sector), sector);
            }
            if (UdfTag.isValid(sector, UdfTag.PARTITION, lba)) {
                partitions.merge(sector.u16(22), sector, UdfVolume::prevailing);
            }
        }
        return new UdfVolume(label(volumes), sizeBytes(partitions), lbas);
    }

    /** Of two descriptors of the same thing the one with the higher number counts (3/8.4.3). */
    private static Sector prevailing(Sector one, Sector other) {
        return sequenceNumber(other) >= sequenceNumber(one) ? other : one;
    }

    /** The same place in all descriptors of the sequence. */
    private static long sequenceNumber(Sector descriptor) {
        return descriptor.u32(16);
    }

    /** Logical volume identifier (3/10.6.4). */
    private static Optional<String> label(TreeMap<Long, Sector> volumes) {
        return Optional.ofNullable(volumes.lastEntry())
                .flatMap(volume -> Labels.dstring(volume.getValue().bytes(84, 128)));
    }

    /** Start and length of partitions, in sectors (3/10.5.8 and 3/10.5.9). */
    private static OptionalLong sizeBytes(Map<Integer, Sector> partitions) {
        return partitions.values().stream()
                .filter(partition -> partition.u32(192) > 0)
                .mapToLong(partition -> (partition.u32(188) + partition.u32(192)) * Sector.BYTES)
                .max();
    }
}
