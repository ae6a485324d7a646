package dev.spindle.os.linux;

import dev.spindle.os.CachedPages;
import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.range.ByteRange;

import java.util.Optional;

/**
 * Writeback and eviction of ranges of a file. To every call here a length of 0 means "to the end of
 * the file", so an empty range makes no call at all.
 */
final class PageCache {
    /** linux/magic.h. */
    private static final long OVERLAYFS_SUPER_MAGIC = 0x794C7630L;

    private final LibC libC;
    private final Descriptor file;

    PageCache(LibC libC, Descriptor file) {
        this.libC = libC;
        this.file = file;
    }

    /** sync_file_range with these flags. */
    void sync(ByteRange range, int flags) throws OsException {
        if (range.isEmpty()) {
            return;
        }
        file.call(
                "sync_file_range",
                fd -> libC.sync_file_range(fd, range.startBytes(), range.lengthBytes(), flags));
    }

    /** Drops clean pages. The call returns its error, it does not set errno. */
    void drop(ByteRange range) throws OsException {
        if (range.isEmpty()) {
            return;
        }
        long error =
                file.call(
                        "posix_fadvise",
                        fd ->
                                libC.posix_fadvise(
                                        fd,
                                        range.startBytes(),
                                        range.lengthBytes(),
                                        Flags.POSIX_FADV_DONTNEED));
        if (error != 0) {
            throw new OsException(Math.toIntExact(error), "posix_fadvise", file.path());
        }
    }

    /**
     * Counts cached pages; a page that sticks out of the range does not count beyond it. Containers
     * answer EPERM to calls they don't know, and newer kernels do so for files of others. On
     * overlayfs the pages belong to the file below, of which cachestat knows nothing: its 0 is no
     * answer.
     */
    Optional<CachedPages> cachedPages(ByteRange range) throws OsException {
        if (range.isEmpty()) {
            return Optional.of(CachedPages.NONE);
        }
        try {
            long[] pages = cachestat(range);
            return pages[0] == 0 && fileSystem().type() == OVERLAYFS_SUPER_MAGIC
                    ? Optional.empty()
                    : Optional.of(
                            new CachedPages(
                                    bytes(pages[0], range),
                                    bytes(pages[1], range),
                                    bytes(pages[2], range)));
        } catch (OsException e) {
            if (cantTell(e.errno())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private long bytes(long pages, ByteRange range) {
        return Math.min(pages * libC.getpagesize(), range.lengthBytes());
    }

    Statfs fileSystem() throws OsException {
        byte[] buffer = new byte[Statfs.SIZE_BYTES];
        file.call("fstatfs", fd -> libC.fstatfs(fd, buffer));
        return Statfs.parse(buffer);
    }

    /** The five counts of {@code struct cachestat} of linux/mman.h; the first is the cached one. */
    private long[] cachestat(ByteRange range) throws OsException {
        long[] asked = {range.startBytes(), range.lengthBytes()};
        long[] counts = new long[5];
        file.call(
                "cachestat", fd -> libC.syscall(Flags.SYS_CACHESTAT, (long) fd, asked, counts, 0L));
        return counts;
    }

    private static boolean cantTell(Errno errno) {
        return errno == Errno.ENOSYS || errno == Errno.EPERM || errno == Errno.EOPNOTSUPP;
    }
}
