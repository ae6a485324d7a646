package dev.spindle.timeline;

import java.util.Optional;

/**
 * An interval of 50 ms or more in which a thread made no progress beyond what its work explains; or
 * one of waits shorter than that, which come to as much within a second.
 *
 * @param thread the role that stood still
 * @param startSeconds since the start of the rip
 * @param seconds how long, from its beginning to its end
 * @param side who is to blame
 * @param cause in a few words for people
 * @param evidence what was seen meanwhile, for those who ask
 * @param waitedSeconds how much of it was waited, where it is made of short waits; else all of it
 *     was
 */
public record Stall(
        String thread,
        double startSeconds,
        double seconds,
        Side side,
        String cause,
        Optional<String> evidence,
        Optional<Double> waitedSeconds) {
    /** In one piece. */
    public Stall(
            String thread,
            double startSeconds,
            double seconds,
            Side side,
            String cause,
            Optional<String> evidence) {
        this(thread, startSeconds, seconds, side, cause, evidence, Optional.empty());
    }

    /** Of which nothing was seen but itself. */
    public Stall(String thread, double startSeconds, double seconds, Side side, String cause) {
        this(thread, startSeconds, seconds, side, cause, Optional.empty());
    }

    /** The same, told from a start that was so much earlier. */
    public Stall later(double moreSeconds) {
        return new Stall(
                thread, startSeconds + moreSeconds, seconds, side, cause, evidence, waitedSeconds);
    }

    /** What it has cost, in seconds. */
    public double cost() {
        return waitedSeconds.orElse(seconds);
    }
}
