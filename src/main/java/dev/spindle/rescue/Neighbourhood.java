package dev.spindle.rescue;

import dev.spindle.drive.Approach;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Bad sectors that lie near each other, most likely of one cause: what paid for some of them will
 * pay for the others. One owner.
 */
final class Neighbourhood {
    /** What is believed before the first retry: one of so many succeeds. */
    private static final double FIRST_TRIES = 4;

    private static final double FIRST_SUCCESSES = 1;

    /** What was long ago counts less: so much of it is left at the next retry. */
    private static final double REMEMBERED = 0.96;

    private final long firstLba;
    private final long endLba;
    private final Deque<Long> waiting = new ArrayDeque<>();
    private double tries = FIRST_TRIES;
    private double successes = FIRST_SUCCESSES;
    private int rounds;
    private int roundsInAll;
    private Approach approach = Approach.PLAIN;

    Neighbourhood(long firstLba, long endLba) {
        this.firstLba = firstLba;
        this.endLba = endLba;
    }

    long firstLba() {
        return firstLba;
    }

    long endLba() {
        return endLba;
    }

    /** How often all of them were begun. */
    int rounds() {
        return rounds;
    }

    /** The same, those from before {@link #beginAnew} included. */
    int roundsInAll() {
        return roundsInAll;
    }

    /** Begins another round, in this way. */
    void begin(List<Long> lbas, Approach inThisWay) {
        rounds++;
        roundsInAll++;
        approach = inThisWay;
        waiting.addAll(lbas);
    }

    /** The way of the round that was begun last. */
    Approach approach() {
        return approach;
    }

    /** Counts its rounds from the start; what was learnt of it stays. */
    void beginAnew() {
        rounds = 0;
    }

    Deque<Long> waiting() {
        return waiting;
    }

    void note(boolean isGood) {
        tries = tries * REMEMBERED + 1;
        successes = successes * REMEMBERED + (isGood ? 1 : 0);
    }

    /** How likely a retry succeeds here, 0 to 1. */
    double hope() {
        return successes / tries;
    }
}
