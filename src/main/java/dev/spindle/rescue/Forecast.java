package dev.spindle.rescue;

/** Learns how often reads of damaged places succeed, and forecasts what is left. One owner. */
final class Forecast {
    /** Weight of the latest read. */
    private static final double LEARNING = 1.0 / 32;

    private double goodShare = 0.5;
    private double retryShare = 0.1;

    /** A single sector of a damaged place was read, for the first time or again. */
    void note(boolean isRetry, boolean isGood) {
        double outcome = isGood ? 1 : 0;
        if (isRetry) {
            retryShare += LEARNING * (outcome - retryShare);
        } else {
            goodShare += LEARNING * (outcome - goodShare);
        }
    }

    /**
     * The outlook.
     *
     * @param unread sectors that were not tried by themselves
     * @param bad sectors that failed
     * @param triesLeft retries that those still have
     * @param retries how often each sector that will fail is tried again
     */
    Outlook outlook(long unread, long bad, long triesLeft, int retries, ReadCosts costs) {
        double firstNanos = unread * nanos(goodShare, costs);
        double newBad = unread * (1 - goodShare);
        double tries = triesLeft + newBad * retries;
        double retried = Math.min(bad + newBad, tries * retryShare);
        double allNanos = firstNanos + tries * nanos(retryShare, costs);
        return new Outlook(allNanos / 1e9, unread * goodShare + retried);
    }

    private static double nanos(double share, ReadCosts costs) {
        return share * costs.steady(1) + (1 - share) * costs.badNanos();
    }
}
