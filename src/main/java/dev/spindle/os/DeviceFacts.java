package dev.spindle.os;

import java.util.List;
import java.util.Optional;

/**
 * What the system tells of a device node without asking the device. Safe for all threads; never
 * blocks for the device.
 */
public interface DeviceFacts {
    /** Where the path leads, links followed; the path itself where that can't be found out. */
    String canonicalPath(String path);

    /** Where the disc in the block device is mounted now, as this process sees it. */
    List<String> mountPoints(String path);

    /** The block device whose file system is mounted just at this folder; empty where none is. */
    Optional<String> deviceMountedAt(String folder);

    /** The group that owns the node; empty where unknown. */
    Optional<String> group(String path);

    /** Whether this very program has the node open. */
    default boolean isUsedByUs(String path) {
        return false;
    }

    /** Other programs that have the node open, as far as we may see them: "wodim (process 812)". */
    List<String> users(String path);
}
