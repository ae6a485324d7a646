package dev.spindle.ui.jobs;

import dev.spindle.rip.RipSnapshot;
import dev.spindle.run.Activity;
import dev.spindle.timeline.Health;
import dev.spindle.timeline.Side;

import java.util.Optional;

/** Which side a rip waits for now. Pure. */
final class Limit {
    /**
     * From here on the ring says that the writer is behind. Below it the drive is never held up, so
     * a faster destination would win nothing.
     */
    private static final double BEHIND = 0.5;

    private Limit() {}

    static Optional<Side> of(RipSnapshot now) {
        return switch (now.phase()) {
            // Of making tracks nobody keeps account: packing and writing take turns.
            case PREPARING, CONFIRMING, MAKING_TRACKS, ENDED -> Optional.empty();
            case SWEEPING, RETRYING -> Optional.of(whileReading(now));
            case MOVING, SAVING, FLUSHING, FINISHING, READING_BACK -> Optional.of(Side.STORAGE);
        };
    }

    private static Side whileReading(RipSnapshot now) {
        var sample = now.sample();
        if (sample.reader() == Activity.PAUSED) {
            return Side.USER;
        }
        boolean hangs = sample.health() == Health.DEGRADED;
        return hangs || sample.ringFill() >= BEHIND ? Side.STORAGE : Side.DRIVE;
    }
}
