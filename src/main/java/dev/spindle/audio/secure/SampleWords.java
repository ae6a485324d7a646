package dev.spindle.audio.secure;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** Bytes as stereo samples of four bytes. Pure. */
final class SampleWords {
    static final int BYTES = 4;

    /** Of a sector (ECMA-130). */
    static final int SECTOR_BYTES = 2352;

    static final int SECTOR_SAMPLES = SECTOR_BYTES / BYTES;

    private SampleWords() {}

    static int[] of(byte[] bytes) {
        var words = new int[bytes.length / BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(words);
        return words;
    }

    static byte[] bytes(int[] words, int from, int count) {
        var bytes = new byte[count * BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().put(words, from, count);
        return bytes;
    }

    static byte[] reversed(byte[] bytes) {
        int[] words = of(bytes);
        for (int i = 0, j = words.length - 1; i < j; i++, j--) {
            int word = words[i];
            words[i] = words[j];
            words[j] = word;
        }
        return bytes(words, 0, words.length);
    }

    /** Whether a sector's samples are all alike. */
    static boolean isFlat(byte[] bytes, int from) {
        for (int i = from + BYTES; i < from + SECTOR_BYTES; i++) {
            if (bytes[i] != bytes[i - BYTES]) {
                return false;
            }
        }
        return true;
    }

    /** Tells contents apart: two checksums of 32 bits, of different polynomials. */
    static long fingerprint(byte[] bytes, int from, int length) {
        var one = new CRC32();
        var other = new CRC32C();
        one.update(bytes, from, length);
        other.update(bytes, from, length);
        return (one.getValue() << 32) | other.getValue();
    }
}
