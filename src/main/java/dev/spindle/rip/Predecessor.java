package dev.spindle.rip;

import dev.spindle.timeline.Side;

import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleFunction;

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

    /**
     * One that has ended.
     *
     * @param driveSeconds how long the drive was waited for after that: it was still in a command
     */
    static Predecessor of(IntSupplier stuckCalls, RipVerdict ended, double driveSeconds) {
        var whole =
                ended.with(
                                ended.outcome(),
                                ended.durable(),
                                ended.text(),
                                ended.file(),
                                driveSeconds)
                        .withStalled(Map.of(Side.DRIVE, driveSeconds));
        return new Predecessor(stuckCalls, Optional.of(whole));
    }

    boolean existed() {
        return ended.isPresent();
    }

    boolean isInTheWay() {
        return stuckCalls.getAsInt() > 0;
    }

    Map<Side, Double> stalledSeconds() {
        return ended.map(RipVerdict::stalledSeconds).orElse(Map.of());
    }

    /** A figure of its verdict; 0 where there is none. */
    double figure(ToDoubleFunction<RipVerdict> of) {
        return ended.stream().mapToDouble(of).sum();
    }
}
