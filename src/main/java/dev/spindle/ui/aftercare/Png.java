package dev.spindle.ui.aftercare;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * Pictures as PNG: eight bits for each of red, green, blue and alpha, no interlacing, no filters
 * (W3C, "Portable Network Graphics Specification", chapters 5 and 11). Pure.
 */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int BITS = 8;
    private static final int TRUE_COLOUR_WITH_ALPHA = 6;
    private static final int BYTES_A_PIXEL = 4;

    private Png() {}

    /**
     * Encodes a picture.
     *
     * @param argb line by line from the top, each pixel as alpha, red, green and blue
     */
    static byte[] encode(int width, int height, int[] argb) {
        try {
            var all = new ByteArrayOutputStream();
            all.write(SIGNATURE);
            chunk(all, "IHDR", header(width, height));
            chunk(all, "IDAT", pixels(width, height, argb));
            chunk(all, "IEND", new byte[0]);
            return all.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static byte[] header(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var data = new DataOutputStream(bytes);
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {BITS, TRUE_COLOUR_WITH_ALPHA, 0, 0, 0});
        return bytes.toByteArray();
    }

    private static byte[] pixels(int width, int height, int[] argb) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(bytes)) {
            var line = new byte[1 + width * BYTES_A_PIXEL];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int pixel = argb[y * width + x];
                    int at = 1 + x * BYTES_A_PIXEL;
                    line[at] = (byte) (pixel >> 16);
                    line[at + 1] = (byte) (pixel >> 8);
                    line[at + 2] = (byte) pixel;
                    line[at + 3] = (byte) (pixel >> 24);
                }
                deflated.write(line);
            }
        }
        return bytes.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream to, String type, byte[] content)
            throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(content);
        var data = new DataOutputStream(to);
        data.writeInt(content.length);
        data.write(name);
        data.write(content);
        data.writeInt((int) sum.getValue());
    }
}
