package dev.spindle.probe;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * What is to be tested.
 *
 * @param folder absolute path of a folder that exists
 * @param sizeBytes how much each pass writes, more than zero; empty for as much as fits into {@link
 *     #USUAL_TIME}
 * @param bytesPerSecond the pace of the stream, more than zero
 */
public record ProbeRequest(String folder, OptionalLong sizeBytes, long bytesPerSecond) {
    /**
     * The fastest that a drive reads any disc: Blu-ray at 12x, of 4.5 MB/s each. What takes this
     * takes every disc; what does not shows its own rate.
     */
    public static final long USUAL_BYTES_PER_SECOND = 54_000_000;

    /** So long a pass writes unless told otherwise: with two of them it ends in about a minute. */
    public static final Duration USUAL_TIME = Duration.ofSeconds(25);

    /** The most that each pass writes where nothing was said about it. */
    long usualBytes() {
        long seconds = USUAL_TIME.toSeconds();
        return bytesPerSecond > Long.MAX_VALUE / seconds
                ? Long.MAX_VALUE
                : bytesPerSecond * seconds;
    }
}
