package dev.spindle.timeline;

/**
 * A wait for a chunk on the charts, or several that became one point.
 *
 * @param seconds when the last of them ended, since the start of the rip
 * @param lowSeconds the shortest of them
 * @param highSeconds the longest of them
 * @param p50Seconds half of the latest waits before that moment took at most this
 * @param p95Seconds 95 of 100 of the latest waits before that moment took at most this
 */
public record WaitPoint(
        double seconds,
        double lowSeconds,
        double highSeconds,
        double p50Seconds,
        double p95Seconds) {}
