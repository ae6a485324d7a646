package dev.spindle.rescue;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds damage that comes back at equal distances, as a radial scratch does once a turn of the disc
 * (ECMA-267, 120 mm DVD: one spiral track), and tells where it is to be expected next, so that it
 * can be passed by until all that is easier is read. One owner.
 */
final class Recurrence {
    /** Failures closer to each other are one place. */
    private static final int APART_SECTORS = 48;

    /** Distances that differ by no more are equal. */
    private static final int TOLERANCE_SECTORS = 3;

    /** So many equal distances make a rule: fewer happen by chance where faults are many. */
    private static final int EQUAL_DISTANCES = 3;

    /** How far before the expected place, and behind it, damage may lie. */
    private static final int BEFORE_SECTORS = 4;

    private static final int BEHIND_SECTORS = 12;

    /** Every so many-th place is read, to see whether the rule still holds. */
    private static final int CHECK = 8;

    private final Deque<Long> places = new ArrayDeque<>();
    private long lastBadLba = -APART_SECTORS;
    private long expectedLba = -1;
    private long anchorLba;
    private int turns;
    private double distance;

    /** A read failed there. */
    void noteBad(long lba) {
        boolean isSamePlace = lba - lastBadLba < APART_SECTORS;
        lastBadLba = lba;
        if (isSamePlace) {
            return;
        }
        boolean isExpected =
                expectedLba >= 0
                        && lba >= expectedLba - BEFORE_SECTORS
                        && lba < expectedLba + BEHIND_SECTORS;
        places.addLast(lba);
        if (places.size() > EQUAL_DISTANCES + 1) {
            places.removeFirst();
        }
        if (isExpected) {
            distance = (double) (lba - anchorLba) / turns;
            expectNext();
        } else {
            learn();
        }
    }

    private void learn() {
        long first = -1;
        long before = -1;
        boolean isRegular = places.size() > EQUAL_DISTANCES;
        for (long place : places) {
            if (before >= 0) {
                first = first < 0 ? place - before : first;
                isRegular &= Math.abs(place - before - first) <= TOLERANCE_SECTORS;
            }
            before = place;
        }
        if (isRegular) {
            anchorLba = places.getFirst();
            turns = EQUAL_DISTANCES;
            distance = (double) (places.getLast() - anchorLba) / turns;
            expectNext();
        }
    }

    private void expectNext() {
        turns++;
        expectedLba = anchorLba + Math.round(turns * distance);
    }

    /** The sector to go on with instead of this one, behind what is expected to be bad. */
    long past(long lba) {
        while (expectedLba >= 0 && lba >= expectedLba + BEHIND_SECTORS) {
            forget();
        }
        if (expectedLba < 0 || lba < expectedLba - BEFORE_SECTORS || turns % CHECK == 0) {
            return lba;
        }
        long behind = expectedLba + BEHIND_SECTORS;
        expectNext();
        return behind;
    }

    /** Where the next sectors to be passed by begin: no read from here should reach into them. */
    long limit(long lba) {
        return expectedLba < 0 || lba >= expectedLba - BEFORE_SECTORS
                ? Long.MAX_VALUE
                : expectedLba - BEFORE_SECTORS;
    }

    /** The expected place was read, and was good. */
    private void forget() {
        expectedLba = -1;
        places.clear();
    }
}
