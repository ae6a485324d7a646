package dev.spindle.os.script;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage.How;
import dev.spindle.range.ByteRange;

import java.nio.ByteBuffer;

/** The calls that move bytes or blocks. */
final class DataCalls {
    private final Description description;
    private final Calls calls;
    private final Disk disk;
    private final Inode inode;

    DataCalls(Description description) {
        this.description = description;
        this.calls = description.calls;
        this.disk = description.disk;
        this.inode = description.inode;
    }

    int write(ByteBuffer from, long offsetBytes) throws OsException {
        requireDirect(from);
        return description.call(
                CallKind.WRITE,
                ByteRange.at(offsetBytes, from.remaining()),
                (call, plan) -> calls.effect(() -> writeNow(call, plan, from)));
    }

    /** As ext4 does it: through the cache, and on its way to the device at once. */
    int writeUncached(ByteBuffer from, long offsetBytes) throws OsException {
        requireDirect(from);
        return description.call(
                CallKind.WRITE_UNCACHED,
                ByteRange.at(offsetBytes, from.remaining()),
                (call, plan) -> {
                    if (!calls.read(() -> disk.volume.writesUncached)) {
                        throw call.failure(Errno.EOPNOTSUPP);
                    }
                    return calls.effect(() -> {
                        int taken = writeNow(call, plan, from);
                        disk.kick(inode, ByteRange.at(offsetBytes, taken), calls.now());
                        return taken;
                    });
                });
    }

    private int writeNow(CallSite call, CallPlan plan, ByteBuffer from) throws OsException {
        description.requireWritable(call);
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
