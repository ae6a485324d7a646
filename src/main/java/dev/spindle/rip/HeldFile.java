package dev.spindle.rip;

import dev.spindle.os.CachedPages;
import dev.spindle.os.Errno;
import dev.spindle.os.FileFacts;
import dev.spindle.os.OsException;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;
import dev.spindle.run.Concurrency;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The output file that a rip holds. Where a call on it hangs at the end of the rip, the thread in
 * that call closes it on its return: so the lock goes as early as it can.
 */
final class HeldFile implements StorageFile {
    private final StorageFile file;
    private final Usage usage;

    HeldFile(Concurrency concurrency, StorageFile file) {
        this.file = file;
        this.usage = new Usage(concurrency);
    }

    @FunctionalInterface
    private interface Call<T extends @Nullable Object> {
        T make() throws OsException;
    }

    @FunctionalInterface
    private interface Action {
        void make() throws OsException;
    }

    private <T extends @Nullable Object> T call(Call<T> call) throws OsException {
        if (!usage.begin()) {
            throw new OsException(Errno.EBADF, "used after the end of the rip", path());
        }
        try {
            return call.make();
        } finally {
            if (usage.end()) {
                file.close();
            }
        }
    }

    private void run(Action action) throws OsException {
        var _ =
                call(() -> {
                    action.make();
                    return true;
                });
    }

    /** Gives it back without blocking; true where nobody is in it, so that the caller closes it. */
    boolean retire() {
        return usage.retire();
    }

    void closeRetired() throws OsException {
        file.close();
    }

    @Override
    public void close() throws OsException {
        if (retire()) {
            closeRetired();
        }
    }

    @Override
    public String path() {
        return file.path();
    }

    @Override
    public FileFacts facts() throws OsException {
        return call(file::facts);
    }

    @Override
    public int write(ByteBuffer from, long offsetBytes) throws OsException {
        return call(() -> file.write(from, offsetBytes));
    }

    @Override
    public int writeUncached(ByteBuffer from, long offsetBytes) throws OsException {
        return call(() -> file.writeUncached(from, offsetBytes));
    }

    @Override
    public int read(ByteBuffer into, long offsetBytes) throws OsException {
        return call(() -> file.read(into, offsetBytes));
    }

    @Override
    public void startWriteback(ByteRange range) throws OsException {
        run(() -> file.startWriteback(range));
    }

    @Override
    public void awaitWriteback(ByteRange range) throws OsException {
        run(() -> file.awaitWriteback(range));
    }

    @Override
    public void writeBackAndWait(ByteRange range) throws OsException {
        run(() -> file.writeBackAndWait(range));
    }

    @Override
    public void dropCache(ByteRange range) throws OsException {
        run(() -> file.dropCache(range));
    }

    @Override
    public long fileSystemType() throws OsException {
        return call(file::fileSystemType);
    }

    @Override
    public void truncate(long sizeBytes) throws OsException {
        run(() -> file.truncate(sizeBytes));
    }

    @Override
    public void reserve(ByteRange range) throws OsException {
        run(() -> file.reserve(range));
    }

    @Override
    public void discard(ByteRange range) throws OsException {
        run(() -> file.discard(range));
    }

    @Override
    public void syncData() throws OsException {
        run(file::syncData);
    }

    @Override
    public void sync() throws OsException {
        run(file::sync);
    }

    @Override
    public boolean tryLock() throws OsException {
        return call(file::tryLock);
    }

    @Override
    public Optional<CachedPages> cachedPages(ByteRange range) throws OsException {
        return call(() -> file.cachedPages(range));
    }

    @Override
    public long deviceSizeBytes() throws OsException {
        return call(file::deviceSizeBytes);
    }
}
