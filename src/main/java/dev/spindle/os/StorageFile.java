package dev.spindle.os;

import dev.spindle.range.ByteRange;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An open file: one open file description. Calls may block for as long as the kernel pleases. Safe
 * for all threads, but nobody may use it after {@link #close}.
 */
public interface StorageFile {
    String path();

    /** A path by which another program of this user reaches the open file, whatever its name is. */
    default String handle() {
        return path();
    }

    FileFacts facts() throws OsException;

    /**
     * One pwrite of what lies between position and limit of a direct buffer, which is not moved.
     *
     * @return how many bytes were taken; may be fewer
     */
    int write(ByteBuffer from, long offsetBytes) throws OsException;

    /**
     * One call for several buffers, which lie one behind the other in the file: pwritev.
     *
     * @param from at least one, at most 1024 (UIO_MAXIOV of limits.h)
     * @return how many bytes were taken of all of them together; may be fewer
     */
    int write(List<ByteBuffer> from, long offsetBytes) throws OsException;

    /**
     * The same as for one, but the pages leave the cache as soon as they are written back: pwritev2
     * with RWF_DONTCACHE.
     *
     * @throws OsException whose errno {@linkplain Errno#meansUnsupported means unsupported} where
     *     this file's file system or kernel has no such thing
     */
    int writeUncached(ByteBuffer from, long offsetBytes) throws OsException;

    /**
     * One pread into what lies between position and limit of a direct buffer, which is not moved.
     *
     * @return how many bytes came; 0 at the end
     */
    int read(ByteBuffer into, long offsetBytes) throws OsException;

    /** Starts writing the range to the device: sync_file_range(WRITE). */
    void startWriteback(ByteRange range) throws OsException;

    /** Waits for writing that was started: sync_file_range(WAIT_AFTER). */
    void awaitWriteback(ByteRange range) throws OsException;

    /** Writes the range and waits: sync_file_range with all three flags. */
    void writeBackAndWait(ByteRange range) throws OsException;

    /** Drops the range's clean pages from the page cache: posix_fadvise(DONTNEED). */
    void dropCache(ByteRange range) throws OsException;

    /** The {@code f_type} that fstatfs tells of this file's file system. */
    long fileSystemType() throws OsException;

    /** Sets the exact size. */
    void truncate(long sizeBytes) throws OsException;

    /** Reserves blocks without changing the size: fallocate(KEEP_SIZE). */
    void reserve(ByteRange range) throws OsException;

    /**
     * Frees the range's blocks and forgets its pages, so that it reads as zeros:
     * fallocate(PUNCH_HOLE, KEEP_SIZE).
     */
    void discard(ByteRange range) throws OsException;

    void syncData() throws OsException;

    void sync() throws OsException;

    /**
     * Takes the exclusive lock without waiting.
     *
     * @return false where another holds it
     */
    boolean tryLock() throws OsException;

    /** What of the range lies in the page cache; empty where the kernel can't tell (cachestat). */
    Optional<CachedPages> cachedPages(ByteRange range) throws OsException;

    /** How many bytes of the range lie in the page cache; empty where the kernel can't tell. */
    default OptionalLong cachedBytes(ByteRange range) throws OsException {
        return cachedPages(range).stream().mapToLong(CachedPages::cachedBytes).findFirst();
    }

    /** The size of a block device (BLKGETSIZE64), for files that have no size of their own. */
    long deviceSizeBytes() throws OsException;

    void close() throws OsException;
}
