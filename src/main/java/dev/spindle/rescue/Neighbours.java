package dev.spindle.rescue;

import java.util.List;

/**
 * What the sectors beside a place say about it: how likely it is good. Learns how much a bad
 * neighbour means: nothing for scattered faults, nearly all in a scratch. One owner.
 */
final class Neighbours {
    /** How fast a sector's word fades with the distance. */
    private static final double FADING = 0.9;

    private static final int FARTHEST = 32;

    /** How much what was learned counts, against what these neighbours say. */
    private static final double PRIOR = 3;

    private static final double LEARNING = 1.0 / 16;

    /** Where less of what follows a bad sector is good, it is better left for later. */
    private static final double CONTAGIOUS = 0.5;

    private double goodAfterGood = 0.9;
    private double goodAfterBad = 0.4;
    private int notedAfterGood;
    private int notedAfterBad;

    /** A single sector was read next to one of which the outcome was known. */
    void note(boolean wasGood, boolean isGood) {
        double outcome = isGood ? 1 : 0;
        if (wasGood) {
            goodAfterGood += learning(notedAfterGood++) * (outcome - goodAfterGood);
        } else {
            goodAfterBad += learning(notedAfterBad++) * (outcome - goodAfterBad);
        }
    }

    /** The first ones count more, so that little is believed for long. */
    private static double learning(int noted) {
        return Math.max(LEARNING, 1.0 / (noted + 2));
    }

    /** Whether a bad sector tells of more behind it. */
    boolean isBadContagious() {
        return goodAfterBad < CONTAGIOUS;
    }

    /**
     * How likely the sector at an end of a run is good, from those beyond that end.
     *
     * @param index of the run's segment at that end
     * @param step -1 for its lower end, 1 for its upper end
     * @param endLba of the disc
     */
    double hope(List<Segment> segments, int index, int step, long endLba) {
        var own = segments.get(index);
        long at = step < 0 ? own.firstLba() - 1 : own.endLba();
        int other = index + step;
        double weight = 1;
        double sum = PRIOR;
        double good = 0;
        for (int i = 0; i < FARTHEST && at >= 0 && at < endLba; i++, at += step) {
            while (isIn(segments, other) && isPassed(segments.get(other), at, step)) {
                other += step;
            }
            var segment = isIn(segments, other) ? segments.get(other) : null;
            boolean isFinished = segment == null || !segment.holds(at);
            if (!isFinished && segment != null && segment.isUnread()) {
                break;
            }
            if (i == 0) {
                good = PRIOR * (isFinished ? goodAfterGood : goodAfterBad);
            }
            sum += weight;
            good += isFinished ? weight : 0;
            weight *= FADING;
        }
        return sum == PRIOR ? goodAfterBad : good / sum;
    }

    private static boolean isIn(List<Segment> segments, int index) {
        return index >= 0 && index < segments.size();
    }

    private static boolean isPassed(Segment segment, long lba, int step) {
        return step < 0 ? lba < segment.firstLba() : lba >= segment.endLba();
    }
}
