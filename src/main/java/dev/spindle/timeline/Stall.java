package dev.spindle.timeline;

import java.util.Optional;

/**
 * An interval of 50 ms or more in which a thread made no progress beyond what its work explains; or
 * waits shorter than that which come to as much within a second, then their sum from the first on.
 *
 * @param thread the role that stood still
 * @param startSeconds since the start of the rip
 * @param seconds how long
 * @param side who is to blame
 * @param cause in a few words for people
 * @param evidence what was seen meanwhile, for those who ask
 */
public record Stall(
        String thread,
        double startSeconds,
        double seconds,
        Side side,
        String cause,
        Optional<String> evidence) {
    /** Of which nothing was seen but itself. */
    public Stall(String thread, double startSeconds, double seconds, Side side, String cause) {
        this(thread, startSeconds, seconds, side, cause, Optional.empty());
    }
}
