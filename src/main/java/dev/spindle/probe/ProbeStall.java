package dev.spindle.probe;

/**
 * A write that took 50 ms or more: so long the stream could not go on.
 *
 * @param startSeconds since the stream began
 * @param seconds how long; so far, where it has not returned
 */
public record ProbeStall(double startSeconds, double seconds) {}
