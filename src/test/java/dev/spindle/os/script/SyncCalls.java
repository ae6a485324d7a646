package dev.spindle.os.script;

import dev.spindle.os.OsException;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

/** The calls that bring pages to the device, wait for that, or drop them. */
final class SyncCalls {
    private static final ByteRange ALL = new ByteRange(0, Long.MAX_VALUE - Pages.BYTES);

    private final Description description;
    private final Calls calls;
    private final Disk disk;
    private final Inode inode;

    SyncCalls(Description description) {
        this.description = description;
        this.calls = description.calls;
        this.disk = description.disk;
        this.inode = description.inode;
    }

    /** What a synchronous write of a range has to wait for. */
    private record Started(long request, RangeSet again) {}

    void kick(ByteRange range) throws OsException {
        rangeSync(CallKind.KICK, range, () -> kickNow(range));
    }

    void await(ByteRange range) throws OsException {
        rangeSync(
                CallKind.AWAIT,
                range,
                () -> calls.awaitDevice(calls.effect(() -> disk.device.lastFor(inode, range))));
    }

    void writeBackAndWait(ByteRange range) throws OsException {
        rangeSync(CallKind.WRITE_AND_WAIT, range, () -> writeAndWait(range));
    }

    private void rangeSync(CallKind kind, ByteRange range, Description.Step step)
            throws OsException {
        description.run(
                kind,
                range,
                (call, _) -> {
                    if (calls.read(() -> disk.volume.ignoresRangeSync)) {
                        return;
                    }
                    step.run();
                    if (kind != CallKind.KICK) {
                        description.effect(() -> description.report(call));
                    }
                });
    }

    void drop(ByteRange range) throws OsException {
        description.runAtOnce(
                CallKind.DROP,
                range,
                (_, _) -> {
                    disk.kick(inode, range, calls.now());
                    inode.drop(range);
                });
    }

    /** fdatasync or fsync: no flush and nothing durable where there is an error to tell of. */
    void sync(CallKind kind) throws OsException {
        description.run(
                kind,
                Calls.NO_RANGE,
                (call, _) -> {
                    long sizeAtCallBytes = calls.effect(() -> inode.sizeBytes);
                    writeAndWait(ALL);
                    calls.awaitThaw();
                    description.effect(() -> {
                        description.report(call);
                        inode.flushed(sizeAtCallBytes);
                        if (kind == CallKind.SYNC) {
                            disk.names.syncFile(inode);
                        }
                    });
                });
    }

    /** Where close tells of errors, it first writes what is dirty, as NFS does. */
    void close() throws OsException {
        description.run(
                CallKind.CLOSE,
                Calls.NO_RANGE,
                (call, _) -> {
                    if (calls.read(() -> disk.volume.closeReports())) {
                        writeAndWait(ALL);
                        description.effect(() -> description.report(call));
                    }
                });
    }

    /** Hands dirty pages to the device; waits only where its queue is too long. */
    void kickNow(ByteRange range) throws OsException {
        long request =
                calls.effect(() -> {
                    disk.kick(inode, range, calls.now());
                    return disk.device.lastBefore(disk.device.queueLimitBytes);
                });
        calls.awaitDevice(request);
    }

    /** Writes all that is dirty now, also what changed again while it was on its way. */
    void writeAndWait(ByteRange range) throws OsException {
        Started started = calls.effect(() -> start(range));
        calls.awaitDevice(started.request);
        for (ByteRange pages : started.again.ranges()) {
            calls.awaitDevice(calls.effect(() -> start(pages).request));
        }
    }

    private Started start(ByteRange range) {
        RangeSet again =
                inode.cache
                        .dirty
                        .intersection(Pages.touchedBy(range))
                        .intersection(inode.cache.underWriteback);
        disk.kick(inode, range, calls.now());
        return new Started(disk.device.lastFor(inode, range), again);
    }
}
