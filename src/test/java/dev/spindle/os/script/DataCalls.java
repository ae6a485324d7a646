package dev.spindle.os.script;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage.How;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import java.nio.ByteBuffer;

/** The calls that move bytes or blocks. */
final class DataCalls {
    private final Description description;
    private final Calls calls;
    private final Disk disk;
    private final Inode inode;
    private final SyncCalls syncs;
    private final DirectCalls direct;

    DataCalls(Description description, SyncCalls syncs) {
        this.description = description;
        this.syncs = syncs;
        this.direct = new DirectCalls(description, syncs);
        this.calls = description.calls;
        this.disk = description.disk;
        this.inode = description.inode;
    }

    int write(ByteBuffer from, long offsetBytes) throws OsException {
        requireDirect(from);
        return description.call(
                CallKind.WRITE,
                ByteRange.at(offsetBytes, from.remaining()),
                (call, plan) ->
                        description.isDirect()
                                ? direct.write(call, plan, from)
                                : calls.effect(() -> writeNow(call, plan, from)));
    }

    /**
     * As ext4 does it: through the cache, and on its way to the device at once, where it waits if
     * the queue is too long. O_DIRECT goes first.
     */
    int writeUncached(ByteBuffer from, long offsetBytes) throws OsException {
        requireDirect(from);
        return description.call(
                CallKind.WRITE_UNCACHED,
                ByteRange.at(offsetBytes, from.remaining()),
                (call, plan) -> {
                    if (!calls.read(() -> disk.volume.writesUncached)) {
                        throw call.failure(Errno.EOPNOTSUPP);
                    }
                    return description.isDirect()
                            ? direct.write(call, plan, from)
                            : writeThrough(call, plan, from);
                });
    }

    private int writeNow(CallSite call, CallPlan plan, ByteBuffer from) throws OsException {
        description.requireWritable(call);
        int length = (int) disk.room(call, inode, plan.mostBytes);
        inode.write(from.slice(from.position(), length), call.range().startBytes());
        return length;
    }

    private int writeThrough(CallSite call, CallPlan plan, ByteBuffer from) throws OsException {
        int taken =
                calls.effect(() -> {
                    RangeSet fresh = inode.cache.missing(call.range());
                    int length = writeNow(call, plan, from);
                    ByteRange written = ByteRange.at(call.range().startBytes(), length);
                    if (!disk.volume.keepsUncached) {
                        inode.cache.uncached.addAll(fresh.intersection(Pages.touchedBy(written)));
                    }
                    return length;
                });
        syncs.kickNow(ByteRange.at(call.range().startBytes(), taken));
        return taken;
    }

    int read(ByteBuffer into, long offsetBytes) throws OsException {
        requireDirect(into);
        return description.call(
                CallKind.READ,
                ByteRange.at(offsetBytes, into.remaining()),
                (call, plan) -> readNow(call, plan, into));
    }

    private int readNow(CallSite call, CallPlan plan, ByteBuffer into) throws OsException {
        if (description.how == How.REPLACE) {
            throw call.failure(Errno.EBADF);
        }
        if (description.isDirect()) {
            return direct.read(call, plan, into);
        }
        long missing = calls.effect(() -> missing(call.range()));
        if (missing > 0) {
            calls.awaitRead(missing);
        }
        return calls.effect(() -> {
            ByteRange range = inode.present(call.range(), plan.mostBytes);
            int length = (int) range.lengthBytes();
            inode.seen.read(into.slice(into.position(), length), range.startBytes());
            inode.cache.read(Pages.touchedBy(range));
            return length;
        });
    }

    private long missing(ByteRange range) {
        var pages = inode.allocated.intersection(inode.present(range, Integer.MAX_VALUE));
        pages.removeAll(inode.cache.cached(range));
        return pages.sizeBytes();
    }

    void truncate(long sizeBytes) throws OsException {
        description.runAtOnce(
                CallKind.TRUNCATE,
                ByteRange.at(sizeBytes, 0),
                (call, _) -> {
                    description.requireWritable(call);
                    if (sizeBytes > disk.volume.largestFileBytes()) {
                        throw call.failure(Errno.EFBIG);
                    }
                    disk.resize(inode, sizeBytes);
                });
    }

    void reserve(ByteRange range) throws OsException {
        description.runAtOnce(
                CallKind.RESERVE,
                range,
                (call, _) -> {
                    description.requireWritable(call);
                    if (disk.volume.allocate(inode, range) < range.lengthBytes()) {
                        throw call.failure(Errno.ENOSPC);
                    }
                });
    }

    void discard(ByteRange range) throws OsException {
        description.runAtOnce(
                CallKind.DISCARD,
                range,
                (call, _) -> {
                    description.requireWritable(call);
                    inode.discard(range.intersection(new ByteRange(0, inode.sizeBytes)));
                });
    }

    private static void requireDirect(ByteBuffer buffer) {
        if (!buffer.isDirect()) {
            throw new IllegalArgumentException("the buffer must be direct");
        }
    }
}
