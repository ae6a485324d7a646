package dev.spindle.writeback;

/**
 * What a policy has come to.
 *
 * @param policy its name
 * @param mechanism name of the way in which pages are written back
 * @param chunkBytes 0 where there are no chunks
 * @param budgetBytes the most that may be unconfirmed; 0 where nothing bounds it
 * @param degraded whether it has given up waiting for this file
 * @param reason why the mechanism is what it is, or what it can't do; empty where nothing is
 *     special
 */
public record PolicyStatus(
        String policy,
        String mechanism,
        long chunkBytes,
        long budgetBytes,
        boolean degraded,
        String reason) {
    static final String CLASSIC = "classic";

    /** Whether it is the policy of the founding system, which is kept call by call. */
    public boolean isClassic() {
        return policy.equals(CLASSIC);
    }
}
