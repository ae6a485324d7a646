package dev.spindle.writeback;

import java.util.OptionalLong;

/** Sizes the chunks by the waits they cause. Pure; one owner. */
public interface ChunkController {
    String name();

    long chunkBytes();

    /** Takes one wait for a chunk into account. */
    void waited(ChunkTiming timing);

    /** The 95th percentile of the last waits, in milliseconds, once enough are known. */
    OptionalLong p95Millis();
}
