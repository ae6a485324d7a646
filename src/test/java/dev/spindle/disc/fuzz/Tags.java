package dev.spindle.disc.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Descriptor tags (ECMA-167 3/7.2), written independently of the reader. */
public final class Tags {
    private static final int BYTES = 16;
    private static final int SECTOR = 2048;
    private static final byte[] EMPTY = new byte[SECTOR];

    private Tags() {}

    /** Sectors that hold anything; those that look like UDF's descriptors twice. */
    static int[] structures(byte[] image) {
        var found = new int[2 * (image.length / SECTOR)];
        int count = 0;
        for (int sector = 0; sector < image.length / SECTOR; sector++) {
            int at = sector * SECTOR;
            if (Arrays.equals(image, at, at + SECTOR, EMPTY, 0, SECTOR)) {
                continue;
            }
            found[count++] = sector;
            if (isTag(image, at)) {
                found[count++] = sector;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Whether a descriptor of UDF seems to begin there. */
    public static boolean isTag(byte[] image, int at) {
        int identifier = (image[at] & 0xFF) | ((image[at + 1] & 0xFF) << 8);
        boolean isKnown =
                (identifier > 0 && identifier < 10) || (identifier >= 256 && identifier < 267);
        return isKnown && image[at + 4] == sum(image, at);
    }

    /** Makes check sum and tag sum right; the length that is checked becomes possible. */
    public static void seal(byte[] image, int at) {
        ByteBuffer tag = ByteBuffer.wrap(image, at, SECTOR).slice().order(ByteOrder.LITTLE_ENDIAN);
        int length = tag.getShort(10) & 0xFFFF;
        if (length > SECTOR - BYTES) {
            length = SECTOR - BYTES;
            tag.putShort(10, (short) length);
        }
        int crc = 0;
        for (int i = 0; i < length; i++) {
            crc ^= (tag.get(BYTES + i) & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = ((crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ 0x1021) & 0xFFFF;
            }
        }
        tag.putShort(8, (short) crc);
        tag.put(4, sum(image, at));
    }

    private static byte sum(byte[] image, int at) {
        int sum = 0;
        for (int i = 0; i < BYTES; i++) {
            sum += i == 4 ? 0 : image[at + i];
        }
        return (byte) sum;
    }
}
