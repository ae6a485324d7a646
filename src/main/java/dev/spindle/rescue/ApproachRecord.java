package dev.spindle.rescue;

/**
 * How retries in one way went, what is long past counting less.
 *
 * @param tries of sectors
 * @param successes of those
 * @param nanos that all of them took
 */
public record ApproachRecord(double tries, double successes, double nanos) {
    /** Never tried. */
    public static final ApproachRecord NONE = new ApproachRecord(0, 0, 0);

    /** So much of it is left at the next try: discs differ, and so do their places. */
    private static final double REMEMBERED = 0.98;

    /** What is believed before the first try: one of so many succeeds. */
    private static final double FIRST_TRIES = 4;

    public ApproachRecord {
        boolean isFinite = Double.isFinite(tries) && Double.isFinite(nanos);
        if (!(isFinite && tries >= 0 && successes >= 0 && successes <= tries && nanos >= 0)) {
            throw new IllegalArgumentException(tries + " " + successes + " " + nanos);
        }
    }

    ApproachRecord plus(boolean isGood, double more) {
        return new ApproachRecord(
                tries * REMEMBERED + 1,
                successes * REMEMBERED + (isGood ? 1 : 0),
                nanos * REMEMBERED + more);
    }

    /** What it is worth before a disc has shown anything: at most as much as a few tries. */
    ApproachRecord asPrior() {
        double share = tries <= FIRST_TRIES ? 1 : FIRST_TRIES / tries;
        return new ApproachRecord(tries * share, successes * share, nanos * share);
    }

    /** How likely the next try succeeds, 0 to 1; cautious where few were made. */
    double hope() {
        return (successes + 1) / (tries + FIRST_TRIES);
    }

    /** Sectors for a nanosecond of the drive's time, of a way that was tried. */
    double promise() {
        return tries == 0 ? 0 : hope() * tries / Math.max(1, nanos);
    }
}
