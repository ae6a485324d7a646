package dev.spindle.rip;

import dev.spindle.rip.stream.MapKeeper;
import dev.spindle.rip.stream.Ring;
import dev.spindle.rip.stream.WriterLoop;
import dev.spindle.writeback.OutputFiles;
import dev.spindle.writeback.Pipeline;
import dev.spindle.writeback.RangeLedger;

/**
 * The parts of a rip that move bytes, as the observation looks at them.
 *
 * @param files the descriptions of the output file, and its facts for its device's counters
 */
record Streaming(
        Ring ring,
        MapKeeper maps,
        RangeLedger ledger,
        Pipeline pipeline,
        WriterLoop writer,
        OutputFiles files) {}
