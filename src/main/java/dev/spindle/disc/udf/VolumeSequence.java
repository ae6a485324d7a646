package dev.spindle.disc.udf;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * The descriptors of a volume descriptor sequence that count, by their tags alone. Numbers of
 * clauses are ECMA-167's.
 *
 * @param primary the primary volume descriptor (3/10.1)
 * @param logicalVolume the logical volume descriptor (3/10.6)
 * @param partitions partition descriptors (3/10.5) by partition number
 * @param firstBlock of the volume
 * @param blockCount how many were looked at
 */
record VolumeSequence(
        Optional<Bytes> primary,
        Optional<Bytes> logicalVolume,
        Map<Integer, Bytes> partitions,
        long firstBlock,
        long blockCount) {
    /** A sequence has at least 16 blocks (OSTA UDF 2.2.3.1), and seldom more. */
    private static final int MOST_DESCRIPTORS = 64;

    VolumeSequence {
        partitions = Map.copyOf(partitions);
    }

    static VolumeSequence read(UdfBlocks blocks, long firstBlock, long extentBytes) {
        long count = Math.min(extentBytes / blocks.blockBytes(), MOST_DESCRIPTORS);
        var single = new TreeMap<Integer, Bytes>();
        var partitions = new TreeMap<Integer, Bytes>();
        long block = firstBlock;
        for (; block < firstBlock + count; block++) {
            Bytes bytes = blocks.read(block).orElse(null);
            if (bytes == null || !UdfTag.isValid(bytes, UdfTag.identifier(bytes), block)) {
                continue;
            }
            int identifier = UdfTag.identifier(bytes);
            if (identifier == UdfTag.TERMINATOR) {
                block++;
                break;
            }
            if (identifier == UdfTag.PARTITION) {
                partitions.merge(bytes.u16(22), bytes, VolumeSequence::prevailing);
            } else if (identifier == UdfTag.PRIMARY || identifier == UdfTag.LOGICAL_VOLUME) {
                single.merge(identifier, bytes, VolumeSequence::prevailing);
            }
        }
        return new VolumeSequence(
                Optional.ofNullable(single.get(UdfTag.PRIMARY)),
                Optional.ofNullable(single.get(UdfTag.LOGICAL_VOLUME)),
                partitions,
                firstBlock,
                block - firstBlock);
    }

    /** Of two descriptors of the same thing the one with the higher number counts (3/8.4.3). */
    private static Bytes prevailing(Bytes one, Bytes other) {
        return other.u32(16) >= one.u32(16) ? other : one;
    }

    boolean tellsAnything() {
        return logicalVolume.isPresent() || !partitions.isEmpty();
    }

    LongStream blocks() {
        return LongStream.range(firstBlock, firstBlock + blockCount);
    }

    /** Access type (3/10.5.7): the partition is room to write to once, most of it never written. */
    private static final int WRITE_ONCE = 2;

    /**
     * End of the last partition, by start and length (3/10.5.8 and 3/10.5.9). Those that are
     * written once tell nothing of how much there is.
     */
    OptionalLong sizeBytes(int blockBytes) {
        return partitions.values().stream()
                .filter(partition -> partition.u32(192) > 0)
                .filter(partition -> partition.u32(184) != WRITE_ONCE)
                .mapToLong(partition -> (partition.u32(188) + partition.u32(192)) * blockBytes)
                .max();
    }
}
