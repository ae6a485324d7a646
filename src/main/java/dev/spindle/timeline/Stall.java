package dev.spindle.timeline;

/**
 * An interval of 50 ms or more in which a thread made no progress beyond what its work explains.
 *
 * @param thread the role that stood still
 * @param startSeconds since the start of the rip
 * @param seconds how long
 * @param side who is to blame
 * @param cause in a few words for people
 */
public record Stall(String thread, double startSeconds, double seconds, Side side, String cause) {}
