package dev.spindle.drive.demo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The bytes of a file, each known from its offset alone. */
@FunctionalInterface
interface IsoContent {
    /** The finalizer's constants: Steele, Lea, Flood: Fast Splittable PRNGs, 2014 (SplitMix64). */
    long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /** Puts bytes until the buffer is full. */
    void fill(long offsetBytes, ByteBuffer into);

    static IsoContent of(byte[] bytes) {
        return (offsetBytes, into) -> into.put(bytes, (int) offsetBytes, into.remaining());
    }

    /** Bytes without pattern, the same for the same seed. */
    static IsoContent noise(long seed) {
        return (offsetBytes, into) -> {
            into.order(ByteOrder.LITTLE_ENDIAN);
            long at = offsetBytes;
            while (into.hasRemaining()) {
                long word = mix(seed + (at >>> 3) * GOLDEN_GAMMA);
                int skipped = (int) (at & 7);
                if (skipped == 0 && into.remaining() >= Long.BYTES) {
                    into.putLong(word);
                    at += Long.BYTES;
                } else {
                    into.put((byte) (word >>> (8 * skipped)));
                    at++;
                }
            }
        };
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
