package dev.spindle.rescue;

import java.util.BitSet;

/**
 * A drive with a damaged disc, on a clock of its own. A command stops at the first sector that
 * fails; only that one's tries are counted. The lab's device costs the same.
 */
final class DamagedDisc {
    /** Costs of a DVD at about 7x, in microseconds. */
    private static final long COMMAND = 300;

    private static final long TRANSFER = 200;
    private static final long SEEK = 20_000;
    private static final long FULL_SEEK = 80_000;
    private static final long GOOD_READ = COMMAND + 32 * TRANSFER;
    private static final int READ_THROUGH = 100;

    private final DamagePicture picture;
    private final int[] tries = new int[DamagePicture.SECTORS];
    private final BitSet read = new BitSet();
    private int position;
    private long micros;
    private int badReads;
    private int goodReadsAgain;

    DamagedDisc(DamagePicture picture) {
        this.picture = picture;
    }

    /** Whether a read went well; the clock goes on. */
    boolean read(int lba, int sectors) {
        micros += COMMAND + approach(lba);
        for (int sector = lba; sector < lba + sectors; sector++) {
            int fails = picture.failures(sector);
            if (fails > 0 && (fails == DamagePicture.DEAD || tries[sector] < fails)) {
                tries[sector]++;
                position = sector;
                micros += picture.badReads() * GOOD_READ;
                badReads++;
                return false;
            }
            micros += TRANSFER * picture.slowness(sector);
        }
        position = lba + sectors;
        goodReadsAgain += read.get(lba, lba + sectors).cardinality();
        read.set(lba, lba + sectors);
        return true;
    }

    long micros() {
        return micros;
    }

    int badReads() {
        return badReads;
    }

    /** Different sectors read well so far. */
    int recovered() {
        return read.cardinality();
    }

    boolean isRead(int sector) {
        return read.get(sector);
    }

    /** How many sectors were read well when they had been before. */
    int readAgain() {
        return goodReadsAgain;
    }

    private long approach(int lba) {
        int distance = lba - position;
        return distance >= 0 && distance <= READ_THROUGH
                ? distance * TRANSFER
                : SEEK + FULL_SEEK * Math.abs(distance) / DamagePicture.SECTORS;
    }
}
