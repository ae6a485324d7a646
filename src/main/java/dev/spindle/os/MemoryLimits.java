package dev.spindle.os;

import java.util.OptionalLong;

/**
 * How much memory there is, and how much of it may wait to be written.
 *
 * @param processBytes what this process may use: the machine's, or the control group's limit if
 *     that is lower
 * @param dirtyBytes so much may be dirty in the whole system before writers are held up: {@code
 *     nr_dirty_threshold} of /proc/vmstat; empty where the kernel does not tell
 */
public record MemoryLimits(long processBytes, OptionalLong dirtyBytes) {}
