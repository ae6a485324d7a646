package dev.spindle.disc.udf;

import dev.spindle.disc.sector.SectorCache;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The volume descriptors that count, each of them whole. Numbers of clauses are ECMA-167's.
 *
 * @param volume the logical volume descriptor (3/10.6)
 * @param partitions partition descriptors (3/10.5) by partition number
 */
record UdfDescriptors(UdfBlocks blocks, Bytes volume, Map<Integer, Bytes> partitions) {
    /** A sequence has at least 16 blocks (OSTA UDF 2.2.3.1), and seldom more. */
    private static final int MOST_DESCRIPTORS = 64;

    /** How often a sequence may go on elsewhere (3/10.3). */
    private static final int MOST_EXTENTS = 8;

    /** Discs have 2048; hard disks may have the others. */
    static final int[] BLOCK_BYTES = {2048, 512, 1024, 4096, 8192, 16_384, 32_768};

    UdfDescriptors {
        partitions = Map.copyOf(partitions);
    }

    /** Those of the first anchor whose sequence is good. */
    static Optional<UdfDescriptors> find(SectorCache disc) {
        return IntStream.of(BLOCK_BYTES)
                .mapToObj(blockBytes -> new UdfBlocks(disc, blockBytes))
                .flatMap(blocks -> anchors(blocks).boxed().flatMap(at -> at(blocks, at).stream()))
                .findFirst();
    }

    /**
     * Two of 256, N and N - 256 (3/8.4.2.1), 512 on a disc that is still open (OSTA UDF 2.2.3), and
     * N less the run-out that a drive counts as the disc's.
     */
    private static LongStream anchors(UdfBlocks blocks) {
        long last = blocks.count() - 1;
        return blocks.blockBytes() == 2048
                ? LongStream.of(256, last, last - 256, 512, last - 2, last - 150, last - 152)
                : LongStream.of(256, last);
    }

    private static Optional<UdfDescriptors> at(UdfBlocks blocks, long anchorBlock) {
        Bytes anchor =
                blocks.read(anchorBlock)
                        .filter(b -> UdfTag.identifier(b) == UdfTag.ANCHOR)
                        .filter(b -> UdfTag.location(b) == anchorBlock && UdfTag.isWhole(b))
                        .orElse(null);
        if (anchor == null) {
            return Optional.empty();
        }
        return sequence(blocks, anchor.u32(20), anchor.u32(16))
                .or(() -> sequence(blocks, anchor.u32(28), anchor.u32(24)));
    }

    private static Optional<UdfDescriptors> sequence(UdfBlocks blocks, long first, long bytes) {
        var volumes = new TreeMap<Long, Bytes>();
        var partitions = new TreeMap<Integer, Bytes>();
        long block = first;
        long end = first + bytes / blocks.blockBytes();
        int extents = 1;
        for (int i = 0; i < MOST_DESCRIPTORS && block < end; i++, block++) {
            Bytes descriptor = blocks.read(block).filter(UdfTag::isWhole).orElse(null);
            if (descriptor == null || UdfTag.location(descriptor) != block) {
                continue;
            }
            switch (UdfTag.identifier(descriptor)) {
                case UdfTag.LOGICAL_VOLUME -> volumes.put(number(descriptor), descriptor);
                case UdfTag.PARTITION ->
                        partitions.merge(descriptor.u16(22), descriptor, UdfDescriptors::newer);
                case UdfTag.POINTER -> {
                    if (extents++ < MOST_EXTENTS) {
                        end = descriptor.u32(24) + descriptor.u32(20) / blocks.blockBytes();
                        block = descriptor.u32(24) - 1;
                    }
                }
                case UdfTag.TERMINATOR -> block = end;
                default -> {}
            }
        }
        return volumes.isEmpty() || partitions.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new UdfDescriptors(blocks, volumes.lastEntry().getValue(), partitions));
    }

    /** Of two descriptors of the same thing the one with the higher number counts (3/8.4.3). */
    private static Bytes newer(Bytes one, Bytes other) {
        return number(other) >= number(one) ? other : one;
    }

    private static long number(Bytes descriptor) {
        return descriptor.u32(16);
    }
}
