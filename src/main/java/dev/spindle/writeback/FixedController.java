package dev.spindle.writeback;

import java.util.OptionalLong;

/** The size never changes: the rule of the founding system's first version. */
final class FixedController implements ChunkController {
    private final long chunkBytes;

    FixedController(long chunkBytes) {
        this.chunkBytes = chunkBytes;
    }

    @Override
    public String name() {
        return "fixed";
    }

    @Override
    public long chunkBytes() {
        return chunkBytes;
    }

    @Override
    public void waited(ChunkTiming timing) {}

    @Override
    public OptionalLong p95Millis() {
        return OptionalLong.empty();
    }
}
