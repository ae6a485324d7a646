package dev.spindle.rescue;

/**
 * Tells stretches that read well but slowly from a single slow command, as after a pause. One
 * owner.
 */
final class SlowReads {
    /** So many times the usual time is slow. */
    private static final double SLOW = 5;

    /** So many slow reads in a row make a stretch: a drive that spins up is slow once or twice. */
    private static final int STRETCH = 40;

    private static final int FIRST_SKIP_READS = 4;
    private static final int MOST_SKIP_READS = 1 << 20;

    private final ReadCosts costs;
    private int slowInARow;
    private int skipReads = FIRST_SKIP_READS;

    SlowReads(ReadCosts costs) {
        this.costs = costs;
    }

    /** How many large reads to leave out after this good one; must be asked before costs learn. */
    long skipReads(ReadCommand command, long nanos) {
        if (nanos <= SLOW * costs.steady(command.sectors())) {
            slowInARow = 0;
            skipReads = FIRST_SKIP_READS;
            return 0;
        }
        slowInARow++;
        boolean landedAgain = skipReads > FIRST_SKIP_READS;
        if (slowInARow < STRETCH && !landedAgain) {
            return 0;
        }
        long skip = skipReads;
        skipReads = Math.min(2 * skipReads, MOST_SKIP_READS);
        return skip;
    }
}
