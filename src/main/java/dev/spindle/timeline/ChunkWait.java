package dev.spindle.timeline;

/**
 * A chunk that was confirmed, and how long the confirming took.
 *
 * @param seconds when, since the start of the rip
 * @param offsetBytes where the chunk starts in the file
 * @param lengthBytes how long it is
 * @param waitSeconds how long the wait for it took
 */
public record ChunkWait(double seconds, long offsetBytes, long lengthBytes, double waitSeconds) {}
