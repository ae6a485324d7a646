package dev.spindle.rescue;

import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * How often each sector of a disc fails before it reads, and how slow each one is. Made from a
 * seed; the lab's {@code rescue/pictures.py} makes the same.
 */
final class DamagePicture {
    static final int SECTORS = 32_768;

    /** Fails for ever. */
    static final int DEAD = 255;

    /** What a bad read costs, in good reads of 64 KiB. */
    private static final int[] BAD_COSTS = {20, 30, 45, 70, 100, 140, 200};

    /** Kinds of damage. */
    enum Kind {
        CLEAN,
        SCRATCH,
        RADIAL,
        RING,
        SINGLES,
        DEAD,
        SLOW,
        FLAKY
    }

    private final SplitMix random;
    private final int[] failures = new int[SECTORS];
    private final int[] slowness = new int[SECTORS];
    private final int badReads;

    DamagePicture(Kind kind, long seed) {
        random = new SplitMix(seed * 31 + List.of(Kind.values()).indexOf(kind));
        Arrays.fill(slowness, 1);
        badReads = BAD_COSTS[random.below(BAD_COSTS.length)];
        switch (kind) {
            case CLEAN -> {}
            case SCRATCH -> scratch();
            case RADIAL -> radial();
            case RING -> ring();
            case SINGLES -> singles();
            case DEAD -> dead();
            case SLOW -> slow();
            case FLAKY -> flaky();
        }
    }

    int failures(int sector) {
        return failures[sector];
    }

    int slowness(int sector) {
        return slowness[sector];
    }

    /** What a bad read costs, in good reads of 64 KiB. */
    int badReads() {
        return badReads;
    }

    int readable() {
        return (int) Arrays.stream(failures).filter(f -> f != DEAD).count();
    }

    /** Of what fails and how slow it is, as the lab computes it too. */
    long checksum() {
        var crc = new CRC32();
        for (int value : failures) {
            crc.update(value);
        }
        for (int value : slowness) {
            crc.update(value);
        }
        return crc.getValue();
    }

    private void hit(int sector, int percent, int flakyPercent) {
        if (random.below(100) < percent) {
            boolean isFlaky = random.below(100) < flakyPercent;
            failures[sector] = isFlaky ? 1 + random.below(3) : DEAD;
        }
    }

    private void scratch() {
        int start = random.below(SECTORS - 800);
        int length = 120 + random.below(400);
        for (int i = 0; i < length; i++) {
            hit(start + i, 85, 15);
        }
    }

    private void radial() {
        int start = random.below(SECTORS / 2);
        int period = 300 + random.below(400);
        int turns = 10 + random.below(15);
        for (int turn = 0; turn < turns; turn++) {
            int length = 1 + random.below(10);
            for (int i = 0; i < length; i++) {
                hit(start + turn * period + i, 90, 20);
            }
        }
    }

    private void ring() {
        int length = 600 + random.below(600);
        for (int i = 0; i < length; i++) {
            hit(SECTORS - length + i, 5 + i * 85 / length, 15);
        }
    }

    private void singles() {
        int count = 80 + random.below(160);
        for (int i = 0; i < count; i++) {
            hit(random.below(SECTORS), 100, 30);
        }
    }

    private void dead() {
        int length = 250 + random.below(400);
        int edge = 64 + random.below(128);
        int start = random.below(SECTORS - length - 2 * edge);
        for (int i = 0; i < edge; i++) {
            hit(start + i, i * 100 / edge, 40);
            hit(start + 2 * edge + length - 1 - i, i * 100 / edge, 40);
        }
        Arrays.fill(failures, start + edge, start + edge + length, DEAD);
    }

    private void slow() {
        for (int zone = 0; zone < 3; zone++) {
            int length = 500 + random.below(1500);
            int start = random.below(SECTORS - length);
            Arrays.fill(slowness, start, start + length, 10 + random.below(30));
            int bad = 1 + random.below(3);
            for (int i = 0; i < bad; i++) {
                hit(start + random.below(length), 100, 50);
            }
        }
    }

    private void flaky() {
        for (int zone = 0; zone < 2; zone++) {
            int length = 200 + random.below(300);
            int start = random.below(SECTORS - length);
            int percent = 35 + random.below(20);
            for (int i = 0; i < length; i++) {
                hit(start + i, percent, 100);
            }
        }
        for (int i = 0; i < 20; i++) {
            hit(random.below(SECTORS), 100, 0);
        }
    }
}
