package dev.spindle.rip;

import dev.spindle.range.RangeSet;
import dev.spindle.rip.stream.MapKeeper;
import dev.spindle.rip.stream.Ring;
import dev.spindle.rip.stream.UnreadFill;
import dev.spindle.rip.stream.WriterLoop;
import dev.spindle.writeback.OutputFiles;
import dev.spindle.writeback.Pipeline;
import dev.spindle.writeback.RangeLedger;

/**
 * The parts of a rip that move bytes, as the observation looks at them.
 *
 * @param files the descriptions of the output file, and its facts for its device's counters
 * @param fill of what is not read
 */
record Streaming(
        Ring ring,
        MapKeeper maps,
        RangeLedger ledger,
        Pipeline pipeline,
        WriterLoop writer,
        OutputFiles files,
        UnreadFill fill) {
    /** Whether all is done as the founding system did it, call by call. */
    boolean isClassic() {
        return pipeline.status().isClassic();
    }

    /** What was read, and lies behind a barrier. */
    RangeSet durableContent() {
        // First: what takes the place of a pattern from here on is not durable any more.
        var filled = writer.filled().now();
        var durable = ledger.durable();
        durable.removeAll(filled);
        return durable;
    }
}
