package dev.spindle.os;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Storage calls by intent. Each may block for as long as the kernel pleases, so each is made only
 * by the role that owns it. Paths are absolute. Safe for all threads.
 */
public interface Storage {
    /** How a file is opened; all are close-on-exec. */
    enum How {
        READ,
        /** For reading past the page cache (O_DIRECT), as {@link #DIRECT} is aligned. */
        READ_DIRECT,
        /** For reading and writing; it must exist. */
        READ_WRITE,
        /** For reading and writing, made if missing. */
        CREATE,
        /** For reading and writing; EEXIST if it exists. */
        CREATE_NEW,
        /** For writing, emptied or made. */
        REPLACE,
        /**
         * For reading and writing past the page cache (O_DIRECT); it must exist. Offsets, lengths
         * and buffers must be aligned as {@link FileFacts} says.
         */
        DIRECT
    }

    StorageFile open(String path, How how) throws OsException;

    /** Facts about what the path leads to, links followed; empty where nothing is there. */
    Optional<FileFacts> lookUp(String path) throws OsException;

    /** The file system that the existing path lies on. */
    FileSystemFacts fileSystem(String path) throws OsException;

    /**
     * The mount that the path lies on; empty where the system does not tell. Asks /proc, and the
     * path only for its mount.
     */
    Optional<MountFacts> mount(String path);

    void makeFolder(String path) throws OsException;

    void removeFolder(String path) throws OsException;

    /** Names in a folder, in no order, without "." and "..". */
    List<String> list(String folder) throws OsException;

    /** Renames; EEXIST where the new name is taken (renameat2 with RENAME_NOREPLACE, or a link). */
    void renameKeeping(String from, String to) throws OsException;

    /** Renames over whatever has the new name. */
    void renameOver(String from, String to) throws OsException;

    void remove(String path) throws OsException;

    /** fsync of a folder, so that the names in it are durable. */
    void syncFolder(String path) throws OsException;

    /**
     * How many bytes were ever written to the block device under the file, or by this machine to
     * the server of its NFS or SMB mount; empty where neither is there or it keeps no count. A sign
     * of life while a sync hangs; never blocks.
     */
    OptionalLong writeProgressBytes(FileFacts file);
}
