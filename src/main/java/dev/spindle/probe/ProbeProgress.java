package dev.spindle.probe;

/**
 * How far a destination test has come.
 *
 * @param policy of the pass under way; empty before the first
 * @param writtenBytes by this pass
 * @param totalBytes the most that this pass writes
 */
public record ProbeProgress(String policy, long writtenBytes, long totalBytes) {}
