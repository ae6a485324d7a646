package dev.spindle.os.script;

import dev.spindle.os.OsException;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

/** What the syncing calls on one file do with its pages. */
final class Writeback {
    private final Calls calls;
    private final Disk disk;
    private final Inode inode;

    Writeback(Calls calls, Disk disk, Inode inode) {
        this.calls = calls;
        this.disk = disk;
        this.inode = inode;
    }

    /** What a synchronous write of a range has to wait for. */
    private record Started(long request, RangeSet again) {}

    /** Hands dirty pages to the device; waits only where its queue is too long. */
    void kick(ByteRange range) throws OsException {
        long request =
                calls.effect(() -> {
                    disk.kick(inode, range, calls.now());
                    return disk.device.lastBefore(disk.device.queueLimitBytes);
                });
        calls.awaitDevice(request);
    }

    /** Waits for what is on its way. */
    void await(ByteRange range) throws OsException {
        calls.awaitDevice(calls.effect(() -> disk.device.lastFor(inode, range)));
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
