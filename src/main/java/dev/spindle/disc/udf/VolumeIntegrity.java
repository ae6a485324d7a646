package dev.spindle.disc.udf;

import java.time.Instant;
import java.util.Optional;

/** Logical volume integrity descriptors (ECMA-167 3/10.10): when a volume was last written to. */
final class VolumeIntegrity {
    /** So many are looked at; a disc has one or two, and a new one for each time it was opened. */
    private static final int MOST = 32;

    /** In the logical volume descriptor, length and block of the sequence (3/10.6.12). */
    private static final int SEQUENCE = 432;

    private static final int TIME = 16;
    private static final int NEXT = 32;

    private VolumeIntegrity() {}

    /** The time of the last descriptor of the sequence; empty where there is none. */
    static Optional<Instant> time(UdfBlocks blocks, Bytes logicalVolume) {
        long left = logicalVolume.u32(SEQUENCE);
        long block = logicalVolume.u32(SEQUENCE + 4);
        Optional<Instant> time = Optional.empty();
        for (int i = 0; i < MOST && left >= blocks.blockBytes(); i++) {
            Bytes bytes = blocks.read(block).orElse(null);
            if (bytes == null || !UdfTag.isValid(bytes, UdfTag.INTEGRITY, block)) {
                break;
            }
            time = UdfTimestamp.at(bytes, TIME);
            left -= blocks.blockBytes();
            block++;
            if (bytes.u32(NEXT) > 0) {
                left = bytes.u32(NEXT);
                block = bytes.u32(NEXT + 4);
            }
        }
        return time;
    }
}
