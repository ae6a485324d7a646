package dev.spindle.rip.stream;

import dev.spindle.range.RangeSet;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;

/**
 * Where the file may hold a pattern in place of what is on the disc. What is durable there is no
 * content, and no map may call it so, even where the sector was read meanwhile and waits to be
 * written. Safe for all threads.
 */
public final class FilledRanges {
    private final Gate gate;
    private final RangeSet filled = new RangeSet();

    FilledRanges(Concurrency concurrency) {
        this.gate = concurrency.gate("filled ranges");
    }

    /** The ranges as they are now. */
    public RangeSet now() {
        return gate.read(filled::copy);
    }

    /** To be called before a buffer is written. */
    void writeBegins(Slot slot) {
        if (slot.isFill()) {
            gate.update(() -> filled.add(slot.range()));
        }
    }

    /** To be called when it was, and so when the ledger has forgotten what it knew of the range. */
    void written(Slot slot) {
        if (!slot.isFill()) {
            gate.update(() -> filled.remove(slot.range()));
        }
    }
}
