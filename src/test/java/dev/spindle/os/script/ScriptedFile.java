package dev.spindle.os.script;

import dev.spindle.os.CachedPages;
import dev.spindle.os.Errno;
import dev.spindle.os.FileFacts;
import dev.spindle.os.OsException;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** An open file in memory. */
final class ScriptedFile implements StorageFile {
    private final Description description;
    private final DataCalls data;
    private final SyncCalls syncs;
    private final Calls calls;
    private final Disk disk;

    ScriptedFile(Description description) {
        this.description = description;
        this.syncs = new SyncCalls(description);
        this.data = new DataCalls(description, syncs);
        this.calls = description.calls;
        this.disk = description.disk;
    }

    @Override
    public String path() {
        return description.path;
    }

    @Override
    public FileFacts facts() throws OsException {
        return description.call(
                CallKind.FACTS,
                Calls.NO_RANGE,
                (_, _) -> calls.effect(() -> disk.facts(description.inode)));
    }

    @Override
    public int write(ByteBuffer from, long offsetBytes) throws OsException {
        return data.write(from, offsetBytes);
    }

    /** As one call of them all: it may take any part of that, or none. */
    @Override
    public int write(List<ByteBuffer> from, long offsetBytes) throws OsException {
        var all = ByteBuffer.allocateDirect(from.stream().mapToInt(ByteBuffer::remaining).sum());
        from.forEach(buffer -> all.put(buffer.duplicate()));
        return data.write(all.flip(), offsetBytes);
    }

    @Override
    public int writeUncached(ByteBuffer from, long offsetBytes) throws OsException {
        return data.writeUncached(from, offsetBytes);
    }

    @Override
    public int read(ByteBuffer into, long offsetBytes) throws OsException {
        return data.read(into, offsetBytes);
    }

    @Override
    public void startWriteback(ByteRange range) throws OsException {
        syncs.kick(range);
    }

    @Override
    public void awaitWriteback(ByteRange range) throws OsException {
        syncs.await(range);
    }

    @Override
    public void writeBackAndWait(ByteRange range) throws OsException {
        syncs.writeBackAndWait(range);
    }

    @Override
    public void dropCache(ByteRange range) throws OsException {
        syncs.drop(range);
    }

    @Override
    public long fileSystemType() throws OsException {
        return description.call(
                CallKind.FSTATFS, Calls.NO_RANGE, (_, _) -> calls.effect(() -> disk.volume.type));
    }

    @Override
    public void truncate(long sizeBytes) throws OsException {
        data.truncate(sizeBytes);
    }

    @Override
    public void reserve(ByteRange range) throws OsException {
        data.reserve(range);
    }

    @Override
    public void discard(ByteRange range) throws OsException {
        data.discard(range);
    }

    @Override
    public void syncData() throws OsException {
        syncs.sync(CallKind.SYNC_DATA);
    }

    @Override
    public void sync() throws OsException {
        syncs.sync(CallKind.SYNC);
    }

    @Override
    public boolean tryLock() throws OsException {
        return description.call(
                CallKind.LOCK, Calls.NO_RANGE, (_, _) -> calls.effect(description::lock));
    }

    @Override
    public Optional<CachedPages> cachedPages(ByteRange range) throws OsException {
        return description.call(
                CallKind.CACHED_BYTES, range, (_, _) -> calls.effect(() -> cached(range)));
    }

    private Optional<CachedPages> cached(ByteRange range) {
        var cache = description.inode.cache;
        return disk.volume.countsCachedPages
                ? Optional.of(
                        new CachedPages(
                                cache.cached(range).sizeBytes(),
                                cache.dirty.intersection(range).sizeBytes(),
                                cache.underWriteback.intersection(range).sizeBytes()))
                : Optional.empty();
    }

    @Override
    public long deviceSizeBytes() throws OsException {
        return description.call(
                CallKind.DEVICE_SIZE,
                Calls.NO_RANGE,
                (call, _) -> {
                    throw call.failure(Errno.EINVAL);
                });
    }

    @Override
    public void close() throws OsException {
        try {
            syncs.close();
        } finally {
            calls.change(description::release);
        }
    }
}
