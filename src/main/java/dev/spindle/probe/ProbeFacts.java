package dev.spindle.probe;

import dev.spindle.os.FileSystemKind;

/**
 * What is known of the destination without writing to it, and by renaming in it.
 *
 * @param kind of its file system
 * @param freeBytes free for this user
 * @param fileLimitBytes the largest file that fits, by file system and process; {@link
 *     Long#MAX_VALUE} for none
 * @param renames whether a file can get another name without replacing one, as a rip ends
 */
public record ProbeFacts(
        FileSystemKind kind, long freeBytes, long fileLimitBytes, boolean renames) {}
