package dev.spindle.writeback;

import dev.spindle.os.OsException;
import dev.spindle.range.ByteRange;
import dev.spindle.run.CallResult;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/**
 * The founding system, kept exact: each time a chunk is full it is kicked, then the one before it
 * is waited for and dropped from the page cache. So about two chunks are dirty at most.
 *
 * <p>The writer runs this and waits; the system calls are made by the flusher. On NFS there is only
 * the kick, for waiting there was seen to hang for ever. A wait of 30 s degrades the file for good.
 *
 * <p>Decided deviations: every return value is looked at, a file system that lacks the call is not
 * asked again, a stop during a wait neither degrades nor evicts, and no thread is started for each
 * chunk.
 */
final class ClassicPolicy implements WritebackPolicy {
    private final FlusherCalls flusher;
    private final ChunkController controller;
    private final ClassicLog log;
    private final ChunkObserver observer;
    private final boolean nfs;
    private boolean degraded;
    private boolean unsupported;
    private long lastFlushBytes;
    private @Nullable ByteRange pending;

    ClassicPolicy(
            FlusherCalls flusher,
            ChunkController controller,
            ChunkObserver observer,
            boolean nfs,
            long positionBytes) {
        this.flusher = flusher;
        this.controller = controller;
        this.observer = observer;
        this.log = new ClassicLog();
        this.nfs = nfs;
        this.lastFlushBytes = positionBytes;
        log.opened(controller, nfs);
    }

    @Override
    public boolean isDue(long positionBytes) {
        return positionBytes >= saturatingAdd(lastFlushBytes, controller.chunkBytes());
    }

    @Override
    public void progress(long positionBytes) throws WritebackStoppedException {
        if (!isDue(positionBytes)) {
            return;
        }
        var chunk = new ByteRange(lastFlushBytes, positionBytes);
        if (!unsupported) {
            note(flusher.kick(chunk));
        }
        var previous = pending;
        pending = chunk;
        lastFlushBytes = positionBytes;
        var times =
                previous != null && mayWait()
                        ? confirm(previous, true)
                        : ClassicLog.Times.skipped();
        log.chunk(chunk, times, controller, nfs, degraded);
    }

    @Override
    public void seek(long positionBytes) throws WritebackStoppedException {
        finish();
        lastFlushBytes = positionBytes;
    }

    @Override
    public void finish() throws WritebackStoppedException {
        var last = pending;
        pending = null;
        boolean waits = last != null && mayWait();
        log.finalizing(last, waits);
        if (last != null && waits) {
            confirm(last, false);
        }
    }

    @Override
    public PolicyStatus status() {
        return new PolicyStatus(
                PolicyStatus.CLASSIC, "range", controller.chunkBytes(), 0, degraded, reason());
    }

    private String reason() {
        if (unsupported) {
            return "this file system has no sync_file_range: nothing bounds its cache";
        }
        if (degraded) {
            return "a chunk was not confirmed within 30 s";
        }
        return nfs ? "no waiting on NFS" : "";
    }

    private boolean mayWait() {
        return !nfs && !degraded && !unsupported;
    }

    /** Waits for the chunk under the limit, then evicts it. */
    private ClassicLog.Times confirm(ByteRange chunk, boolean tellController)
            throws WritebackStoppedException {
        return switch (flusher.awaitWriteback(chunk)) {
            case CallResult.Returned<?>(_, long waitNanos) -> {
                observer.chunkConfirmed(chunk, waitNanos);
                long evictNanos = evict(chunk);
                if (tellController) {
                    tell(new ChunkTiming(chunk.lengthBytes(), waitNanos, waitNanos));
                }
                yield ClassicLog.Times.of(waitNanos, evictNanos);
            }
            case CallResult.Failed<?>(IOException problem, long waitNanos) -> {
                note(problem);
                yield ClassicLog.Times.of(waitNanos, 0);
            }
            case CallResult.TimedOut<?> _ -> {
                degraded = true;
                log.degraded(chunk);
                yield ClassicLog.Times.givenUp();
            }
            case CallResult.Stopped<?> _ -> throw new WritebackStoppedException();
        };
    }

    private void tell(ChunkTiming timing) {
        long oldBytes = controller.chunkBytes();
        controller.waited(timing);
        if (controller.chunkBytes() != oldBytes) {
            log.resized(oldBytes, controller);
        }
    }

    private long evict(ByteRange chunk) throws WritebackStoppedException {
        return switch (flusher.dropCache(chunk)) {
            case CallResult.Returned<?>(_, long nanos) -> nanos;
            case CallResult.Failed<?>(IOException problem, long nanos) -> {
                // Nothing is lost by it: the pages only stay in memory a little longer.
                log.evictFailed(chunk, problem);
                yield nanos;
            }
            case CallResult.TimedOut<?> _ -> 0;
            case CallResult.Stopped<?> _ -> throw new WritebackStoppedException();
        };
    }

    private void note(CallResult<?> kick) throws WritebackStoppedException {
        switch (kick) {
            case CallResult.Failed<?>(IOException problem, _) -> note(problem);
            case CallResult.Stopped<?> _ -> throw new WritebackStoppedException();
            case CallResult.Returned<?> _, CallResult.TimedOut<?> _ -> {}
        }
    }

    /** Says what a failed call means; the ledger has heard of it from the flusher already. */
    private void note(IOException problem) {
        if (problem instanceof OsException failed && failed.errno().meansRefused()) {
            unsupported = true;
            log.unsupported(failed);
            return;
        }
        log.writebackFailed(problem);
    }

    private static long saturatingAdd(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
