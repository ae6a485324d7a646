package dev.spindle.audio.track;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The plain header of a WAV file: RIFF, a format chunk of 16 bytes, and the data chunk's head
 * (Microsoft and IBM, "Multimedia Programming Interface and Data Specifications 1.0"). Pure.
 */
final class WavHeader {
    static final int BYTES = 44;

    private static final int FORMAT_BYTES = 16;
    private static final short PCM = 1;
    private static final short CHANNELS = 2;
    private static final short BITS = 16;
    private static final int HEAD_BYTES = 8;

    /** Sizes have 32 bits, without a sign. */
    static final long MOST_SAMPLES = (0xFFFF_FFFFL - BYTES) / Samples.BYTES;

    private WavHeader() {}

    /** Of 16-bit stereo at 44.1 kHz. */
    static ByteBuffer of(long samples) {
        int dataBytes = (int) (samples * Samples.BYTES);
        var header = ByteBuffer.allocateDirect(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put(word("RIFF")).putInt(BYTES - HEAD_BYTES + dataBytes).put(word("WAVE"));
        header.put(word("fmt ")).putInt(FORMAT_BYTES).putShort(PCM).putShort(CHANNELS);
        header.putInt(PlannedTrack.RATE).putInt(PlannedTrack.RATE * Samples.BYTES);
        header.putShort((short) Samples.BYTES).putShort(BITS);
        return header.put(word("data")).putInt(dataBytes).flip();
    }

    private static byte[] word(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
