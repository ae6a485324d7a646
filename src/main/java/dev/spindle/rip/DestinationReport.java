package dev.spindle.rip;

import dev.spindle.os.FileFacts;
import dev.spindle.os.FileSystemKind;

/**
 * A destination folder.
 *
 * @param folder absolute path
 * @param exists whether it is there; its parent is
 * @param place the folder itself, or its parent where it is not there yet
 * @param kind of the file system
 * @param freeBytes free for this user
 * @param maxFileBytes largest file that fits into the rules of file system and process
 * @param writable false where the file system is mounted read-only
 */
public record DestinationReport(
        String folder,
        boolean exists,
        FileFacts place,
        FileSystemKind kind,
        long freeBytes,
        long maxFileBytes,
        boolean writable) {}
