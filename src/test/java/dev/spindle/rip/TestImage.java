package dev.spindle.rip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/** Contents of discs that exist in memory only. */
public final class TestImage {
    static final int SECTOR = 2048;
    static final int RAW = 2352;
    static final int MIB = 1 << 20;

    private static final int PRIMARY = 16 * SECTOR;
    private static final int TERMINATOR = 17 * SECTOR;
    private static final int LABEL_BYTES = 32;
    private static final byte[] POOL = generated(0, 32 * MIB);

    private TestImage() {}

    /** Bytes without any structure; where all of it differs, a mistake can't hide. */
    static byte[] random(long seed, int bytes) {
        if (bytes > POOL.length / 2) {
            return generated(seed, bytes);
        }
        // Another place of the same bytes for each seed: making them anew was a large part of a
        // simulation's time.
        int from = new SplittableRandom(seed).nextInt(POOL.length - bytes);
        return Arrays.copyOfRange(POOL, from, from + bytes);
    }

    private static byte[] generated(long seed, int bytes) {
        var content = ByteBuffer.allocate(bytes + Long.BYTES - 1);
        var random = new SplittableRandom(seed);
        for (int at = 0; at < bytes; at += Long.BYTES) {
            content.putLong(at, random.nextLong());
        }
        return Arrays.copyOf(content.array(), bytes);
    }

    /** Random bytes behind the volume descriptor of an ISO 9660 file system. */
    public static byte[] iso(long seed, int bytes, String label) {
        return iso(seed, bytes, label, bytes / SECTOR);
    }

    /**
     * The same, whose descriptor tells any size.
     *
     * @param sectors what the file system says that it has
     */
    static byte[] iso(long seed, int bytes, String label, int sectors) {
        byte[] content = random(seed, bytes);
        ByteBuffer image = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        descriptor(image, PRIMARY, 1);
        byte[] padded = (label + " ".repeat(LABEL_BYTES)).getBytes(StandardCharsets.US_ASCII);
        image.put(PRIMARY + 40, padded, 0, LABEL_BYTES);
        image.putInt(PRIMARY + 80, sectors).putInt(PRIMARY + 84, Integer.reverseBytes(sectors));
        short block = SECTOR;
        image.putShort(PRIMARY + 128, block).putShort(PRIMARY + 130, Short.reverseBytes(block));
        descriptor(image, TERMINATOR, 255);
        return content;
    }

    /**
     * Of the same volume descriptors, as where two discs were made within one second, and of other
     * content.
     */
    static byte[] twin(byte[] iso) {
        byte[] twin = random(99, iso.length);
        System.arraycopy(iso, 0, twin, 0, TERMINATOR + SECTOR);
        return twin;
    }

    /** An image of which nothing was read, filled with the pattern. */
    static byte[] unread(int bytes, int sectorBytes) {
        var image = new byte[bytes];
        byte[] line = {};
        for (int i = 0; i < bytes; i++) {
            if (i % sectorBytes == 0) {
                line =
                        String.format(
                                        Locale.ROOT,
                                        "SPINDLE UNREAD SECTOR LBA %010d\n",
                                        i / sectorBytes)
                                .getBytes(StandardCharsets.US_ASCII);
            }
            image[i] = line[i % sectorBytes % line.length];
        }
        return image;
    }

    /**
     * The same in raw sectors, as a CD-ROM XA has them: Mode 2, and behind the descriptors every
     * fifth sector in Form 2, whose bytes no file system sees.
     */
    static byte[] raw(byte[] iso) {
        int sectors = iso.length / SECTOR;
        var image = ByteBuffer.allocate(sectors * RAW);
        var sync = new byte[12];
        Arrays.fill(sync, 1, 11, (byte) 0xFF);
        for (int lba = 0; lba < sectors; lba++) {
            int at = lba * RAW;
            boolean isForm2 = lba > 20 && lba % 5 == 0;
            image.put(at, sync).put(at + 15, (byte) 2);
            image.put(at + 18, (byte) (isForm2 ? 0x20 : 0x08)).put(at + 22, image.get(at + 18));
            image.put(at + 24, iso, lba * SECTOR, SECTOR);
            // What stands for EDC and ECC differs from sector to sector too.
            image.putInt(at + RAW - 4, lba * 31 + 7);
        }
        return image.array();
    }

    private static void descriptor(ByteBuffer image, int at, int type) {
        image.put(at, (byte) type).put(at + 1, "CD001".getBytes(StandardCharsets.US_ASCII));
    }
}
