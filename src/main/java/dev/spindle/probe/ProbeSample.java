package dev.spindle.probe;

/**
 * How far a pass had come at one moment.
 *
 * @param seconds since the stream began
 * @param writtenBytes whose write calls had returned
 * @param confirmedBytes of these known to be on the device
 */
public record ProbeSample(double seconds, long writtenBytes, long confirmedBytes) {}
