package dev.spindle.timeline;

import dev.spindle.run.Activity;

/**
 * The state of a rip at one moment; taken about ten times a second.
 *
 * @param seconds since the start of the rip
 * @param readBytes read from the drive by this run
 * @param writtenBytes whose write call has returned
 * @param confirmedBytes whose pages reached the device
 * @param durableBytes behind a successful barrier
 * @param unconfirmedBytes written and not confirmed
 * @param chunkBytes the controller's chunk size
 * @param ringFill share of the ring that is full, 0 to 1
 * @param cushionSeconds how long the drive can go on if the writer stands still
 * @param health of the destination
 */
public record Sample(
        double seconds,
        long readBytes,
        long writtenBytes,
        long confirmedBytes,
        long durableBytes,
        long unconfirmedBytes,
        long chunkBytes,
        double ringFill,
        double cushionSeconds,
        Activity reader,
        Activity writer,
        Activity flusher,
        Health health) {}
