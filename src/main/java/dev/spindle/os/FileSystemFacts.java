package dev.spindle.os;

/**
 * What the kernel tells of a file system (statfs).
 *
 * @param type the magic {@code f_type}, 32 bits
 * @param freeBytes free for this user: f_bavail × f_frsize
 * @param readOnly whether it is mounted read-only (ST_RDONLY)
 * @param processFileLimitBytes the process's own limit on file sizes (RLIMIT_FSIZE), {@link
 *     Long#MAX_VALUE} for none
 */
public record FileSystemFacts(
        long type, long freeBytes, boolean readOnly, long processFileLimitBytes) {}
