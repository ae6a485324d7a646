package dev.spindle.rescue;

/**
 * How far to skip behind a failure. Whether the next sectors share its fate is what a disc must
 * teach: a scratch says yes, scattered faults say no. So now and then the place behind a failure is
 * read at once, which settles it. One owner.
 */
final class SkipRule {
    /** Skips in large reads behind the 1st, 2nd, … failure in a row. */
    private static final int[] SKIPS = {1, 6, 32, 128};

    /**
     * Sectors skipped behind the 1st, 2nd single bad one, where what follows is most likely bad.
     */
    private static final int[] SMALL_SKIPS = {15, 32};

    /** So many sectors must go well before a failure is the first in a row again. */
    private static final int SECTORS_TO_FORGET = 8;

    /** Where less of what follows a large read that failed is good, it is better left for later. */
    private static final double CONTAGIOUS = 0.5;

    /** The place behind the 2nd, 6th, 18th, … first failure in a row is read at once. */
    private static final int FIRST_PROBE = 2;

    private static final int PROBES_GROW = 3;

    /** Weight of the latest probe; there are few of them. */
    private static final double LEARNING = 2.0 / 3;

    private final Neighbours neighbours;
    private final int sectorsPerRead;
    private double goodBehindRead;
    private int failuresInARow;
    private int goodSectors;
    private int firsts;
    private int probeAt = FIRST_PROBE;
    private boolean isProbing;

    SkipRule(Neighbours neighbours, int sectorsPerRead) {
        this.neighbours = neighbours;
        this.sectorsPerRead = sectorsPerRead;
    }

    /** A read went well. */
    void noteGood(int sectors) {
        goodSectors += sectors;
        if (goodSectors >= SECTORS_TO_FORGET) {
            failuresInARow = 0;
        }
        settleProbe(sectors > 1, 1);
    }

    /**
     * How many sectors to skip behind a read that failed.
     *
     * @param sectors of that read
     */
    long noteBad(int sectors) {
        settleProbe(sectors > 1, 0);
        goodSectors = 0;
        int row = failuresInARow++;
        if (row == 0) {
            return behindFirst(sectors > 1);
        }
        return sectors == 1 && row < SMALL_SKIPS.length
                ? SMALL_SKIPS[row]
                : (long) SKIPS[Math.min(row, SKIPS.length - 1)] * sectorsPerRead;
    }

    private long behindFirst(boolean isLarge) {
        firsts++;
        if (firsts == probeAt) {
            probeAt *= PROBES_GROW;
            isProbing = true;
            return 0;
        }
        if (isLarge) {
            return goodBehindRead < CONTAGIOUS ? (long) SKIPS[0] * sectorsPerRead : 0;
        }
        return neighbours.isBadContagious() ? SMALL_SKIPS[0] : 0;
    }

    private void settleProbe(boolean isLarge, double outcome) {
        if (isProbing && isLarge) {
            goodBehindRead += LEARNING * (outcome - goodBehindRead);
        }
        isProbing = false;
    }
}
