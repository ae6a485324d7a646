package dev.spindle.os;

/**
 * What the kernel tells of a file (statx).
 *
 * @param kind what it is
 * @param sizeBytes size of a regular file; 0 for devices
 * @param device number of the device it lies on, as {@code major:minor}
 * @param inode number within that device
 * @param linkCount how many names it has; 0 once it was removed
 * @param directOffsetAlignBytes what O_DIRECT demands of offsets; 0 where it is refused or not told
 * @param directMemoryAlignBytes what O_DIRECT demands of buffers; 0 likewise
 */
public record FileFacts(
        Kind kind,
        long sizeBytes,
        String device,
        long inode,
        int linkCount,
        int directOffsetAlignBytes,
        int directMemoryAlignBytes) {
    /** What a path can lead to. */
    public enum Kind {
        REGULAR,
        FOLDER,
        BLOCK_DEVICE,
        OTHER
    }

    public boolean isSameFileAs(FileFacts other) {
        return device.equals(other.device) && inode == other.inode;
    }
}
