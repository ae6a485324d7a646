package dev.spindle.os.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The part of {@code struct statfs} (asm-generic/statfs.h, 64-bit longs) that we use.
 *
 * @param type {@code f_type}, the low 32 bits
 * @param freeBytes free for this user
 */
record Statfs(long type, long freeBytes, boolean readOnly) {
    static final int SIZE_BYTES = 120;

    static Statfs parse(byte[] struct) {
        ByteBuffer in = ByteBuffer.wrap(struct).order(ByteOrder.nativeOrder());
        long availableBlocks = in.getLong(32);
        // Older file systems leave f_frsize empty; the block size is meant then.
        long blockBytes = in.getLong(72) != 0 ? in.getLong(72) : in.getLong(8);
        return new Statfs(
                in.getLong(0) & 0xFFFFFFFFL,
                product(availableBlocks, blockBytes),
                (in.getLong(80) & Flags.ST_RDONLY) != 0);
    }

    /** The product of two unsigned numbers, as far as a long goes: some network mounts boast. */
    private static long product(long blocks, long blockBytes) {
        if (blocks == 0 || blockBytes == 0) {
            return 0;
        }
        return Math.unsignedMultiplyHigh(blocks, blockBytes) != 0 || blocks * blockBytes < 0
                ? Long.MAX_VALUE
                : blocks * blockBytes;
    }
}
