package dev.spindle.rip;

import dev.spindle.os.CachedPages;
import dev.spindle.os.Errno;
import dev.spindle.os.FileFacts;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;
import dev.spindle.run.Concurrency;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The output file that a rip holds. Where a call on it hangs at the end of the rip, the thread in
 * that call closes it on its return: so the lock goes as early as it can. What is held can be
 * exchanged for another description of the same file.
 */
final class HeldFile implements StorageFile {
    private final Concurrency concurrency;
    private final Storage.How how;
    private volatile Description current;

    /**
     * @param how it is opened where it has to be opened once more
     */
    HeldFile(Concurrency concurrency, StorageFile file, Storage.How how) {
        this.concurrency = concurrency;
        this.how = how;
        this.current = new Description(file, new Usage(concurrency));
    }

    /** An open description, and who is in a call on it. */
    private record Description(StorageFile file, Usage usage) {}

    Storage.How how() {
        return how;
    }

    /**
     * From now on calls go to another description of the file. One owner, the syncer.
     *
     * @return the old one, to be closed; empty where the last call that is under way on it does so
     */
    Optional<StorageFile> exchange(StorageFile fresh) {
        var old = current;
        current = new Description(fresh, new Usage(concurrency));
        return old.usage.retire() ? Optional.of(old.file) : Optional.empty();
    }

    @FunctionalInterface
    private interface Call<T extends @Nullable Object> {
        T make(StorageFile file) throws OsException;
    }

    @FunctionalInterface
    private interface Action {
        void make(StorageFile file) throws OsException;
    }

    private <T extends @Nullable Object> T call(Call<T> call) throws OsException {
        var description = begin();
        try {
            return call.make(description.file);
        } finally {
            if (description.usage.end()) {
                description.file.close();
            }
        }
    }

    private Description begin() throws OsException {
        var description = current;
        while (!description.usage.begin()) {
            if (description.equals(current)) {
                throw new OsException(Errno.EBADF, "used after the end of the rip", path());
            }
            description = current;
        }
        return description;
    }

    private void run(Action action) throws OsException {
        var _ =
                call(file -> {
                    action.make(file);
                    return true;
                });
    }

    /** Gives it back without blocking; true where nobody is in it, so that the caller closes it. */
    boolean retire() {
        return current.usage.retire();
    }

    void closeRetired() throws OsException {
        current.file.close();
    }

    @Override
    public void close() throws OsException {
        if (retire()) {
            closeRetired();
        }
    }

    @Override
    public String path() {
        return current.file.path();
    }

    @Override
    public FileFacts facts() throws OsException {
        return call(StorageFile::facts);
    }

    @Override
    public int write(ByteBuffer from, long offsetBytes) throws OsException {
        return call(file -> file.write(from, offsetBytes));
    }

    @Override
    public int writeUncached(ByteBuffer from, long offsetBytes) throws OsException {
        return call(file -> file.writeUncached(from, offsetBytes));
    }

    @Override
    public int read(ByteBuffer into, long offsetBytes) throws OsException {
        return call(file -> file.read(into, offsetBytes));
    }

    @Override
    public void startWriteback(ByteRange range) throws OsException {
        run(file -> file.startWriteback(range));
    }

    @Override
    public void awaitWriteback(ByteRange range) throws OsException {
        run(file -> file.awaitWriteback(range));
    }

    @Override
    public void writeBackAndWait(ByteRange range) throws OsException {
        run(file -> file.writeBackAndWait(range));
    }

    @Override
    public void dropCache(ByteRange range) throws OsException {
        run(file -> file.dropCache(range));
    }

    @Override
    public long fileSystemType() throws OsException {
        return call(StorageFile::fileSystemType);
    }

    @Override
    public void truncate(long sizeBytes) throws OsException {
        run(file -> file.truncate(sizeBytes));
    }

    @Override
    public void reserve(ByteRange range) throws OsException {
        run(file -> file.reserve(range));
    }

    @Override
    public void discard(ByteRange range) throws OsException {
        run(file -> file.discard(range));
    }

    @Override
    public void syncData() throws OsException {
        run(StorageFile::syncData);
    }

    @Override
    public void sync() throws OsException {
        run(StorageFile::sync);
    }

    @Override
    public boolean tryLock() throws OsException {
        return call(StorageFile::tryLock);
    }

    @Override
    public Optional<CachedPages> cachedPages(ByteRange range) throws OsException {
        return call(file -> file.cachedPages(range));
    }

    @Override
    public long deviceSizeBytes() throws OsException {
        return call(StorageFile::deviceSizeBytes);
    }
}
