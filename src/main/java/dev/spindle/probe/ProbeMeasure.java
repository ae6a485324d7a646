package dev.spindle.probe;

/**
 * What one pass came to.
 *
 * @param policy that wrote
 * @param mechanism name of the way in which it was written back
 * @param reason why that; empty where there is nothing special
 * @param bytes how many were written
 * @param writtenSeconds until the last write call had returned
 * @param durableSeconds until the last barrier had succeeded
 * @param longestStallSeconds the longest that the writer could not take the next buffer
 * @param p999StallSeconds what 99.9 % of its writes took at most
 * @param peakUnconfirmedBytes the most that was written and not known to be on the device
 * @param commits how many barriers there were
 * @param longestCommitSeconds the longest of their fdatasync calls
 * @param lastCommitSeconds the last of them, for which the end of a rip waits
 */
public record ProbeMeasure(
        String policy,
        String mechanism,
        String reason,
        long bytes,
        double writtenSeconds,
        double durableSeconds,
        double longestStallSeconds,
        double p999StallSeconds,
        long peakUnconfirmedBytes,
        int commits,
        double longestCommitSeconds,
        double lastCommitSeconds) {
    /** Bytes a second that became durable. */
    public double sustainedRate() {
        return durableSeconds > 0 ? bytes / durableSeconds : 0;
    }
}
