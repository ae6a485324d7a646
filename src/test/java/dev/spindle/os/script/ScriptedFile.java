package dev.spindle.os.script;

import dev.spindle.os.Errno;
import dev.spindle.os.FileFacts;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;

/** One open description of a file in memory. */
final class ScriptedFile implements StorageFile {
    private static final ByteRange ALL = new ByteRange(0, Long.MAX_VALUE - Pages.BYTES);

    private final Calls calls;
    private final Disk disk;
    private final Inode inode;
    private final String path;
    private final Storage.How how;
    private final ErrorSequence.Cursor cursor;
    private final Writeback writeback;
    private boolean closed;

    /** Opens; under the gate. */
    ScriptedFile(Calls calls, Disk disk, Inode inode, String path, Storage.How how) {
        this.calls = calls;
        this.disk = disk;
        this.inode = inode;
        this.path = path;
        this.how = how;
        this.cursor = inode.errors.open();
        this.writeback = new Writeback(calls, disk, inode);
        inode.openCount++;
        disk.open.add(this);
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public FileFacts facts() throws OsException {
        return call(
                CallKind.FACTS, Calls.NO_RANGE, (_, _) -> calls.effect(() -> disk.facts(inode)));
    }

    @Override
    public int write(ByteBuffer from, long offsetBytes) throws OsException {
        requireDirect(from);
        return call(
                CallKind.WRITE,
                ByteRange.at(offsetBytes, from.remaining()),
                (call, plan) -> calls.effect(() -> writeNow(call, plan, from)));
    }

    private int writeNow(CallSite call, CallPlan plan, ByteBuffer from) throws OsException {
        requireWritable(call);
        ByteRange range = call.range();
        long room = disk.volume.largestFileBytes() - range.startBytes();
        if (room <= 0) {
            throw call.failure(Errno.EFBIG);
        }
        long wanted = Math.min(range.lengthBytes(), Math.min(room, plan.mostBytes));
        long got = disk.volume.allocate(inode, ByteRange.at(range.startBytes(), wanted));
        if (got == 0 && wanted > 0) {
            throw call.failure(Errno.ENOSPC);
        }
        inode.write(from.slice(from.position(), (int) got), range.startBytes());
        return (int) got;
    }

    @Override
    public int read(ByteBuffer into, long offsetBytes) throws OsException {
        requireDirect(into);
        return call(
                CallKind.READ,
                ByteRange.at(offsetBytes, into.remaining()),
                (call, plan) -> readNow(call, plan, into));
    }

    private int readNow(CallSite call, CallPlan plan, ByteBuffer into) throws OsException {
        if (how == Storage.How.REPLACE) {
            throw call.failure(Errno.EBADF);
        }
        long missing = calls.effect(() -> missing(call.range()));
        if (missing > 0) {
            calls.awaitRead(missing);
        }
        return calls.effect(() -> {
            ByteRange range = present(call.range());
            int length = (int) Math.min(range.lengthBytes(), plan.mostBytes);
            inode.seen.read(into.slice(into.position(), length), range.startBytes());
            inode.cache.read(Pages.touchedBy(range));
            return length;
        });
    }

    private ByteRange present(ByteRange range) {
        return range.intersection(new ByteRange(0, inode.sizeBytes));
    }

    private long missing(ByteRange range) {
        var pages = inode.allocated.intersection(present(range));
        pages.removeAll(inode.cache.cached(range));
        return pages.sizeBytes();
    }

    @Override
    public void startWriteback(ByteRange range) throws OsException {
        rangeSync(CallKind.KICK, range, () -> writeback.kick(range));
    }

    @Override
    public void awaitWriteback(ByteRange range) throws OsException {
        rangeSync(CallKind.AWAIT, range, () -> writeback.await(range));
    }

    @Override
    public void writeBackAndWait(ByteRange range) throws OsException {
        rangeSync(CallKind.WRITE_AND_WAIT, range, () -> writeback.writeAndWait(range));
    }

    /** A call of {@link Writeback}. */
    private interface Step {
        void run() throws OsException;
    }

    private void rangeSync(CallKind kind, ByteRange range, Step step) throws OsException {
        run(
                kind,
                range,
                (call, _) -> {
                    if (calls.read(() -> disk.volume.ignoresRangeSync)) {
                        return;
                    }
                    step.run();
                    if (kind != CallKind.KICK) {
                        effect(() -> report(call));
                    }
                });
    }

    /** Tells of an error that this description has not told of. */
    private void report(CallSite call) throws OsException {
        Optional<Errno> errno = inode.errors.report(cursor);
        if (errno.isPresent()) {
            throw call.failure(errno.get());
        }
    }

    @Override
    public void dropCache(ByteRange range) throws OsException {
        run(
                CallKind.DROP,
                range,
                (_, _) ->
                        effect(() -> {
                            disk.kick(inode, range, calls.now());
                            inode.drop(range);
                        }));
    }

    @Override
    public long fileSystemType() throws OsException {
        return call(
                CallKind.FSTATFS, Calls.NO_RANGE, (_, _) -> calls.effect(() -> disk.volume.type));
    }

    @Override
    public void truncate(long sizeBytes) throws OsException {
        run(
                CallKind.TRUNCATE,
                ByteRange.at(sizeBytes, 0),
                (call, _) ->
                        effect(() -> {
                            requireWritable(call);
                            if (sizeBytes > disk.volume.largestFileBytes()) {
                                throw call.failure(Errno.EFBIG);
                            }
                            disk.resize(inode, sizeBytes);
                        }));
    }

    @Override
    public void reserve(ByteRange range) throws OsException {
        run(
                CallKind.RESERVE,
                range,
                (call, _) ->
                        effect(() -> {
                            requireWritable(call);
                            if (disk.volume.allocate(inode, range) < range.lengthBytes()) {
                                throw call.failure(Errno.ENOSPC);
                            }
                        }));
    }

    @Override
    public void syncData() throws OsException {
        sync(CallKind.SYNC_DATA);
    }

    @Override
    public void sync() throws OsException {
        sync(CallKind.SYNC);
    }

    private void sync(CallKind kind) throws OsException {
        run(
                kind,
                Calls.NO_RANGE,
                (call, _) -> {
                    long sizeAtCallBytes = calls.effect(() -> inode.sizeBytes);
                    writeback.writeAndWait(ALL);
                    calls.awaitThaw();
                    effect(() -> {
                        report(call);
                        inode.flushed(sizeAtCallBytes);
                        if (kind == CallKind.SYNC) {
                            disk.names.syncFile(inode);
                        }
                    });
                });
    }

    @Override
    public boolean tryLock() throws OsException {
        return call(
                CallKind.LOCK,
                Calls.NO_RANGE,
                (_, _) ->
                        calls.effect(() -> {
                            if (inode.lockHolder == null) {
                                inode.lockHolder = this;
                            }
                            return inode.lockHolder == this;
                        }));
    }

    @Override
    public OptionalLong cachedBytes(ByteRange range) throws OsException {
        return call(
                CallKind.CACHED_BYTES,
                range,
                (_, _) ->
                        calls.effect(() ->
                                disk.volume.countsCachedPages
                                        ? OptionalLong.of(inode.cache.cached(range).sizeBytes())
                                        : OptionalLong.empty()));
    }

    @Override
    public long deviceSizeBytes() throws OsException {
        return call(
                CallKind.DEVICE_SIZE,
                Calls.NO_RANGE,
                (call, _) -> {
                    throw call.failure(Errno.EINVAL);
                });
    }

    @Override
    public void close() throws OsException {
        try {
            run(
                    CallKind.CLOSE,
                    Calls.NO_RANGE,
                    (call, _) -> {
                        if (calls.read(() -> disk.volume.closeReports())) {
                            writeback.writeAndWait(ALL);
                            effect(() -> report(call));
                        }
                    });
        } finally {
            calls.change(this::release);
        }
    }

    /** Ends the description and its lock; under the gate. */
    void release() {
        if (closed) {
            return;
        }
        closed = true;
        disk.open.remove(this);
        inode.openCount--;
        if (inode.lockHolder == this) {
            inode.lockHolder = null;
        }
        disk.freeIfUnused(inode);
    }

    private void requireWritable(CallSite call) throws OsException {
        if (how == Storage.How.READ) {
            throw call.failure(Errno.EBADF);
        }
        disk.volume.checkWritable(call);
    }

    private static void requireDirect(ByteBuffer buffer) {
        if (!buffer.isDirect()) {
            throw new IllegalArgumentException("the buffer must be direct");
        }
    }

    /** A body without a result. */
    private interface Act {
        void run(CallSite call, CallPlan plan) throws OsException;
    }

    private void run(CallKind kind, ByteRange range, Act act) throws OsException {
        var _ =
                call(
                        kind,
                        range,
                        (call, plan) -> {
                            act.run(call, plan);
                            return true;
                        });
    }

    private void effect(Step step) throws OsException {
        var _ =
                calls.effect(() -> {
                    step.run();
                    return true;
                });
    }

    private <T> T call(CallKind kind, ByteRange range, Calls.Body<T> body) throws OsException {
        return calls.call(
                kind,
                path,
                range,
                (call, plan) -> {
                    if (calls.read(() -> closed)) {
                        throw new IllegalStateException(kind + " on " + path + ", which is closed");
                    }
                    return body.run(call, plan);
                });
    }
}
