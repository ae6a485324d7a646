package dev.spindle.writeback;

import dev.spindle.range.ByteRange;

/** Hears of each chunk that was waited for, on the writer's thread. */
@FunctionalInterface
public interface ChunkObserver {
    void chunkConfirmed(ByteRange chunk, long waitNanos);
}
