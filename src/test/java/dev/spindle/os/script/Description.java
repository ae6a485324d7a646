package dev.spindle.os.script;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage.How;
import dev.spindle.range.ByteRange;

import java.util.Optional;

/** One open file description: what it has been told of, and how calls on it are made. */
final class Description {
    final Calls calls;
    final Disk disk;
    final Inode inode;
    final String path;
    final How how;
    private final ErrorSequence.Cursor cursor;
    private boolean closed;
    private boolean forgotten;

    /** Opens; under the gate. */
    Description(Calls calls, Disk disk, Inode inode, String path, How how) {
        this.calls = calls;
        this.disk = disk;
        this.inode = inode;
        this.path = path;
        this.how = how;
        this.cursor = inode.errors.open();
        inode.openCount++;
        disk.open.add(this);
    }

    /** A body without a result. */
    interface Act {
        void run(CallSite call, CallPlan plan) throws OsException;
    }

    /** A step without a result. */
    interface Step {
        void run() throws OsException;
    }

    <T> T call(CallKind kind, ByteRange range, Calls.Body<T> body) throws OsException {
        return calls.call(
                kind,
                path,
                range,
                (call, plan) -> {
                    if (calls.read(() -> closed)) {
                        throw new IllegalStateException(kind + " on " + path + ", which is closed");
                    }
                    if (calls.read(() -> forgotten)) {
                        throw call.failure(Errno.EBADF);
                    }
                    return body.run(call, plan);
                });
    }

    /** Its server knows it no more, nor its lock; under the gate. */
    void forget() {
        forgotten = true;
        unlock();
    }

    private void unlock() {
        if (inode.lockHolder == this) {
            inode.lockHolder = null;
        }
    }

    void run(CallKind kind, ByteRange range, Act act) throws OsException {
        var _ =
                call(
                        kind,
                        range,
                        (call, plan) -> {
                            act.run(call, plan);
                            return true;
                        });
    }

    /** A call whose whole effect happens at one moment. */
    void runAtOnce(CallKind kind, ByteRange range, Act act) throws OsException {
        run(kind, range, (call, plan) -> effect(() -> act.run(call, plan)));
    }

    void effect(Step step) throws OsException {
        var _ =
                calls.effect(() -> {
                    step.run();
                    return true;
                });
    }

    /** Tells of an error that this description has not told of. */
    void report(CallSite call) throws OsException {
        Optional<Errno> errno = inode.errors.report(cursor);
        if (errno.isPresent()) {
            throw call.failure(errno.get());
        }
    }

    void requireWritable(CallSite call) throws OsException {
        if (how == How.READ) {
            throw call.failure(Errno.EBADF);
        }
        disk.volume.checkWritable(call);
    }

    /** Whether it goes past the cache. */
    boolean isDirect() {
        return how == How.DIRECT && !calls.read(() -> disk.volume.directIsBuffered);
    }

    boolean lock() {
        if (inode.lockHolder == null) {
            inode.lockHolder = this;
        }
        return inode.lockHolder == this;
    }

    /** Ends the description and its lock; under the gate. */
    void release() {
        if (closed) {
            return;
        }
        closed = true;
        disk.open.remove(this);
        inode.openCount--;
        unlock();
        disk.freeIfUnused(inode);
    }
}
