package dev.spindle.os.script;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.range.ByteRange;

import java.nio.ByteBuffer;

/** Reads and writes past the page cache. */
final class DirectCalls {
    private final Description description;
    private final SyncCalls syncs;
    private final Calls calls;
    private final Disk disk;
    private final Inode inode;

    DirectCalls(Description description, SyncCalls syncs) {
        this.description = description;
        this.syncs = syncs;
        this.calls = description.calls;
        this.disk = description.disk;
        this.inode = description.inode;
    }

    /** What the call waits for. */
    private record Submitted(DirectWrite write, long request) {}

    /**
     * Waits for the device. Its error is that of this very write: no other description hears of it,
     * and no sync.
     */
    int write(CallSite call, CallPlan plan, ByteBuffer from) throws OsException {
        description.effect(() -> {
            description.requireWritable(call);
            checkAligned(call);
        });
        syncs.writeAndWait(call.range());
        Submitted submitted = calls.effect(() -> submit(call, plan, from));
        calls.awaitDevice(submitted.request);
        return calls.effect(() -> {
            if (submitted.write.fault().isPresent()) {
                throw call.failure(submitted.write.fault().get());
            }
            return (int) submitted.write.range().lengthBytes();
        });
    }

    private Submitted submit(CallSite call, CallPlan plan, ByteBuffer from) throws OsException {
        int length = whole((int) disk.room(call, inode, plan.mostBytes));
        long offsetBytes = call.range().startBytes();
        inode.drop(Pages.touchedBy(ByteRange.at(offsetBytes, length)));
        var write = new DirectWrite(inode, from.slice(from.position(), length), offsetBytes);
        return new Submitted(write, disk.device.submit(write, calls.now()));
    }

    int read(CallSite call, CallPlan plan, ByteBuffer into) throws OsException {
        description.effect(() -> checkAligned(call));
        syncs.writeAndWait(call.range());
        ByteRange range = calls.effect(() -> inode.present(call.range(), plan.mostBytes));
        if (!range.isEmpty()) {
            calls.awaitRead(range.lengthBytes());
        }
        return calls.effect(() -> {
            int length = (int) inode.present(range, Integer.MAX_VALUE).lengthBytes();
            inode.onDevice.read(into.slice(into.position(), length), range.startBytes());
            return length;
        });
    }

    private void checkAligned(CallSite call) throws OsException {
        ByteRange range = call.range();
        int align = disk.volume.directAlignBytes;
        if (range.startBytes() % align != 0 || range.lengthBytes() % align != 0) {
            throw call.failure(Errno.EINVAL);
        }
    }

    private int whole(int bytes) {
        return bytes / disk.volume.directAlignBytes * disk.volume.directAlignBytes;
    }
}
