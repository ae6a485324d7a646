package dev.spindle.writeback;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

/**
 * A call under way that may be the one to hear of an error: a kick, a wait, or the sync of a
 * barrier. All of it lies behind the gate of the ledger that made it.
 */
final class OpenCall {
    private final RangeSet covered;
    private boolean isVoid;

    /**
     * A call that begins.
     *
     * @param covered what was written before it began; only that can have arrived by it
     */
    OpenCall(RangeSet covered) {
        this.covered = covered;
    }

    /** What the call speaks for: written before it began, and neither rewritten nor lost since. */
    RangeSet covered() {
        return covered;
    }

    boolean isVoid() {
        return isVoid;
    }

    void rewritten(ByteRange range) {
        covered.remove(range);
    }

    /** An error was told meanwhile: whatever this call says, it confirms nothing. */
    void makeVoid() {
        isVoid = true;
        covered.clear();
    }
}
