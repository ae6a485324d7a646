package dev.spindle.timeline;

/**
 * One column of the charts: what happened between the previous point and this one.
 *
 * @param seconds end of the interval, since the start of the rip
 * @param readRate bytes a second from the drive
 * @param readRateLow the lowest sampled rate within the interval
 * @param writtenRate bytes a second taken by the file
 * @param confirmedRate bytes a second that reached the device
 * @param chunkBytes the chunk size at its end
 * @param unconfirmedBytes the most that was unconfirmed within it
 */
public record ChartPoint(
        double seconds,
        double readRate,
        double readRateLow,
        double writtenRate,
        double confirmedRate,
        long chunkBytes,
        long unconfirmedBytes) {}
