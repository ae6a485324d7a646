package dev.spindle.rip;

import dev.spindle.timeline.Side;

import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * An earlier rip to the same destination, in whose place a staged one goes on.
 *
 * @param stuckCalls how many of its calls to the destination have not returned: until then they may
 *     hold its file, and the program can't end
 * @param ended how it ended; empty where there was none. After one the move waits for the
 *     destination as long as it takes
 */
record Predecessor(IntSupplier stuckCalls, Optional<RipVerdict> ended) {
    static final Predecessor NONE = new Predecessor(() -> 0, Optional.empty());

    boolean existed() {
        return ended.isPresent();
    }

    boolean isInTheWay() {
        return stuckCalls.getAsInt() > 0;
    }

    double seconds() {
        return ended.map(RipVerdict::totalSeconds).orElse(0.0);
    }

    Map<Side, Double> stalledSeconds() {
        return ended.map(RipVerdict::stalledSeconds).orElse(Map.of());
    }
}
