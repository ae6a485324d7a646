package dev.spindle.writeback;

import dev.spindle.os.OsException;
import dev.spindle.range.ByteRange;
import dev.spindle.range.SizeText;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** The log lines of the founding system. Used by the writer only. */
final class ClassicLog {
    private static final Logger LOG = LoggerFactory.getLogger("spindle.writeback");
    private static final int CHUNKS_PER_STATE_LINE = 32;

    private long chunks;

    /**
     * How long the waiting for a chunk and its eviction took; skipped where nothing was waited for.
     */
    record Times(long waitMillis, long evictMillis, boolean isSkipped) {
        static Times of(long waitNanos, long evictNanos) {
            return new Times(
                    TimeUnit.NANOSECONDS.toMillis(waitNanos),
                    TimeUnit.NANOSECONDS.toMillis(evictNanos),
                    false);
        }

        static Times skipped() {
            return new Times(0, 0, true);
        }

        /** The wait outlived its limit, and there was no eviction. */
        static Times givenUp() {
            return new Times(FlusherCalls.WAIT_LIMIT.toMillis(), 0, true);
        }
    }

    void opened(ChunkController controller, boolean nfs) {
        LOG.info(
                "writeback opened: controller {}, chunk {}, {}",
                controller.name(),
                SizeText.formatBinary(controller.chunkBytes()),
                nfs ? "nfs-skip-wait" : "wait+dontneed");
    }

    void chunk(
            ByteRange chunk,
            Times times,
            ChunkController controller,
            boolean nfs,
            boolean degraded) {
        chunks++;
        LOG.trace(
                "chunk: offset {}, length {}, wait {} ms, evict {} ms, chunk size {}, skip {}",
                chunk.startBytes(),
                chunk.lengthBytes(),
                times.waitMillis(),
                times.evictMillis(),
                controller.chunkBytes(),
                times.isSkipped());
        if (chunks % CHUNKS_PER_STATE_LINE == 0) {
            LOG.debug(
                    "writeback state: chunk size {}, chunks {}, nfs {}, degraded {}",
                    controller.chunkBytes(),
                    chunks,
                    nfs,
                    degraded);
        }
    }

    void resized(long oldBytes, ChunkController controller) {
        LOG.info(
                "chunk size changed: {} to {}, p95 wait {} ms",
                SizeText.formatBinary(oldBytes),
                SizeText.formatBinary(controller.chunkBytes()),
                controller.p95Millis().orElse(0));
    }

    void finalizing(@Nullable ByteRange pending, boolean waits) {
        LOG.debug(
                "writeback finalize: pending {}, {}",
                pending == null ? "none" : pending.startBytes() + "+" + pending.lengthBytes(),
                waits ? "waiting for it" : "nothing to wait for");
    }

    void degraded(ByteRange chunk) {
        LOG.error(
                "writeback degraded: the chunk at offset {}, length {}, was not confirmed within"
                        + " 30 s; this file is written without waiting from now on",
                chunk.startBytes(),
                chunk.lengthBytes());
    }

    static void unknownFileSystem(OsException problem) {
        LOG.warn("fstatfs failed, the destination is treated as local: {}", problem.getMessage());
    }

    void unsupported(OsException problem) {
        LOG.warn("this file system can't write back ranges: {}", problem.getMessage());
    }

    void evictFailed(ByteRange chunk, IOException problem) {
        LOG.warn(
                "the chunk at offset {} stays in the page cache: {}",
                chunk.startBytes(),
                problem.getMessage());
    }

    void writebackFailed(IOException problem) {
        LOG.error("the storage lost a write: {}", problem.getMessage());
    }
}
