package dev.spindle.os.linux;

import dev.spindle.os.CachedPages;
import dev.spindle.os.Errno;
import dev.spindle.os.FileFacts;
import dev.spindle.os.OsException;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.List;
import java.util.Optional;

/** An open file behind a descriptor of our own. */
final class LinuxFile implements StorageFile {
    private final LibC libC;
    private final FileLookup lookup;
    private final Descriptor file;
    private final PageCache cache;

    LinuxFile(LibC libC, FileLookup lookup, Descriptor file) {
        this.libC = libC;
        this.lookup = lookup;
        this.file = file;
        this.cache = new PageCache(libC, file);
    }

    @Override
    public String path() {
        return file.path();
    }

    @Override
    public String handle() {
        return "/proc/" + ProcessHandle.current().pid() + "/fd/" + file.number();
    }

    @Override
    public FileFacts facts() throws OsException {
        return lookup.of(file).toFacts();
    }

    @Override
    public int write(ByteBuffer from, long offsetBytes) throws OsException {
        ByteBuffer rest = rest(from);
        return (int) file.call("pwrite", fd -> libC.pwrite(fd, rest, count(rest), offsetBytes));
    }

    @Override
    public int write(List<ByteBuffer> from, long offsetBytes) throws OsException {
        var rest = from.stream().map(LinuxFile::rest).toList();
        long[] vector = IoVector.of(rest);
        try {
            return (int)
                    file.call("pwritev", fd -> libC.pwritev(fd, vector, rest.size(), offsetBytes));
        } finally {
            // The kernel knows the memory by its address alone.
            Reference.reachabilityFence(from);
        }
    }

    @Override
    public int writeUncached(ByteBuffer from, long offsetBytes) throws OsException {
        ByteBuffer rest = rest(from);
        long[] vector = IoVector.of(rest, count(rest));
        try {
            return (int)
                    file.call(
                            "pwritev2",
                            fd -> libC.pwritev2(fd, vector, 1, offsetBytes, Flags.RWF_DONTCACHE));
        } finally {
            // The kernel knows the memory by its address alone.
            Reference.reachabilityFence(from);
        }
    }

    @Override
    public int read(ByteBuffer into, long offsetBytes) throws OsException {
        if (into.isReadOnly()) {
            throw new ReadOnlyBufferException();
        }
        ByteBuffer rest = rest(into);
        return (int) file.call("pread", fd -> libC.pread(fd, rest, count(rest), offsetBytes));
    }

    /**
     * The part from position to limit as a buffer of its own, since JNA passes the address where a
     * buffer starts, not its position.
     */
    private static ByteBuffer rest(ByteBuffer buffer) {
        if (!buffer.isDirect()) {
            throw new IllegalArgumentException("needs a direct buffer");
        }
        return buffer.slice();
    }

    private static long count(ByteBuffer buffer) {
        return Math.min(buffer.remaining(), Flags.MAX_RW_COUNT);
    }

    @Override
    public void startWriteback(ByteRange range) throws OsException {
        cache.sync(range, Flags.SYNC_FILE_RANGE_WRITE);
    }

    @Override
    public void awaitWriteback(ByteRange range) throws OsException {
        cache.sync(range, Flags.SYNC_FILE_RANGE_WAIT_AFTER);
    }

    @Override
    public void writeBackAndWait(ByteRange range) throws OsException {
        cache.sync(
                range,
                Flags.SYNC_FILE_RANGE_WAIT_BEFORE
                        | Flags.SYNC_FILE_RANGE_WRITE
                        | Flags.SYNC_FILE_RANGE_WAIT_AFTER);
    }

    @Override
    public void dropCache(ByteRange range) throws OsException {
        cache.drop(range);
    }

    @Override
    public Optional<CachedPages> cachedPages(ByteRange range) throws OsException {
        return cache.cachedPages(range);
    }

    @Override
    public long fileSystemType() throws OsException {
        return cache.fileSystem().type();
    }

    @Override
    public void truncate(long sizeBytes) throws OsException {
        file.call("ftruncate", fd -> libC.ftruncate(fd, sizeBytes));
    }

    @Override
    public void reserve(ByteRange range) throws OsException {
        allocate(range, Flags.FALLOC_FL_KEEP_SIZE);
    }

    @Override
    public void discard(ByteRange range) throws OsException {
        allocate(range, Flags.FALLOC_FL_PUNCH_HOLE | Flags.FALLOC_FL_KEEP_SIZE);
    }

    private void allocate(ByteRange range, int mode) throws OsException {
        if (!range.isEmpty()) {
            file.call(
                    "fallocate",
                    fd -> libC.fallocate(fd, mode, range.startBytes(), range.lengthBytes()));
        }
    }

    @Override
    public void syncData() throws OsException {
        file.call("fdatasync", libC::fdatasync);
    }

    @Override
    public void sync() throws OsException {
        file.call("fsync", libC::fsync);
    }

    @Override
    public boolean tryLock() throws OsException {
        try {
            file.call("flock", fd -> libC.flock(fd, Flags.LOCK_EX | Flags.LOCK_NB));
            return true;
        } catch (OsException e) {
            if (e.errno() == Errno.EAGAIN) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public long deviceSizeBytes() throws OsException {
        long[] size = new long[1];
        file.call("ioctl", fd -> libC.ioctl(fd, Flags.BLKGETSIZE64, size));
        return size[0];
    }

    @Override
    public void close() throws OsException {
        file.close();
    }
}
