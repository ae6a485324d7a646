package dev.spindle.disc.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Ways to spoil an image. Most of an image is zeros, so most changes go where something stands. */
final class Mutation {
    private static final int SECTOR = 2048;

    /** Numbers on which readers of lengths, counts and addresses stumble. */
    private static final long[] AWKWARD = {
        0,
        1,
        2,
        0x7F,
        0x80,
        0xFF,
        0x100,
        0x7FFF,
        0x8000,
        0xFFFF,
        0x3FFF_FFFFL,
        0x4000_0000L,
        0x7FFF_FFFFL,
        0x8000_0000L,
        0xC000_0800L,
        0xFFFF_FFFEL,
        0xFFFF_FFFFL
    };

    private final RandomGenerator random;

    Mutation(RandomGenerator random) {
        this.random = random;
    }

    /**
     * A spoiled copy.
     *
     * @param structures sectors of it that hold anything
     */
    byte[] of(byte[] image, int[] structures, byte[] other) {
        byte[] copy = image.clone();
        int changes = 1 << random.nextInt(6);
        switch (random.nextInt(10)) {
            case 0 -> copy = Arrays.copyOf(copy, random.nextInt(copy.length + 1));
            case 1 -> splice(copy, other);
            default -> {}
        }
        for (int i = 0; i < changes && structures.length > 0 && copy.length > SECTOR; i++) {
            int sector = structures[random.nextInt(structures.length)];
            if ((sector + 1) * SECTOR <= copy.length) {
                change(copy, sector, structures);
            }
        }
        return copy;
    }

    private void change(byte[] image, int sector, int[] structures) {
        int start = sector * SECTOR;
        boolean wasTag = Tags.isTag(image, start);
        // Headers and the numbers of a structure are at its beginning.
        int at = start + (random.nextBoolean() ? random.nextInt(256) : random.nextInt(SECTOR - 8));
        ByteBuffer bytes = ByteBuffer.wrap(image);
        bytes.order(random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        switch (random.nextInt(7)) {
            case 0 -> image[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> image[at] = (byte) random.nextInt();
            case 2 -> bytes.putShort(at, (short) awkward());
            case 3 -> bytes.putInt(at & ~1, (int) awkward());
            case 4 -> bytes.putInt(at & ~1, structures[random.nextInt(structures.length)]);
            case 5 -> bothOrders(image, at & ~1, (int) awkward());
            default -> bytes.putInt(at & ~1, bytes.getInt(at & ~1) + random.nextInt(-3, 4));
        }
        // What a check sum refuses at once finds nothing; so most changes are given a good one.
        if (wasTag && random.nextInt(8) != 0) {
            Tags.seal(image, start);
        }
    }

    private long awkward() {
        return random.nextInt(4) == 0
                ? random.nextInt(70_000)
                : AWKWARD[random.nextInt(AWKWARD.length)];
    }

    /** As ISO 9660 writes numbers: little-endian, then big-endian. */
    private static void bothOrders(byte[] image, int at, int number) {
        ByteBuffer bytes = ByteBuffer.wrap(image);
        bytes.order(ByteOrder.LITTLE_ENDIAN).putInt(at, number);
        bytes.order(ByteOrder.BIG_ENDIAN).putInt(at + 4, number);
    }

    /** Sectors of another image, from its beginning or its middle. */
    private void splice(byte[] image, byte[] other) {
        int sectors = Math.min(image.length, other.length) / SECTOR;
        if (sectors == 0) {
            return;
        }
        int count = 1 + random.nextInt(Math.min(sectors, 64));
        int from = random.nextInt(sectors - count + 1);
        int to = random.nextBoolean() ? from : random.nextInt(sectors - count + 1);
        System.arraycopy(other, from * SECTOR, image, to * SECTOR, count * SECTOR);
    }
}
