package dev.spindle.ui.rip;

import dev.spindle.rip.RipRequest;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.rip.RipVerdict;
import dev.spindle.timeline.Health;

import java.util.Optional;

/** When a rip is better gone on with by way of a local folder. Pure. */
public final class Detour {
    private Detour() {}

    /** Whether it is stuck at its destination, with something left to read. */
    static boolean isDueFor(Optional<RipRequest> asked, Optional<RipSnapshot> now) {
        return isStraight(asked)
                && now.filter(seen -> isReading(seen.phase()))
                        .filter(seen -> seen.sample().health() == Health.DEGRADED)
                        .isPresent();
    }

    /** Whether its destination is why it has ended, and not whole. */
    public static boolean isDueAfter(
            Optional<RipRequest> asked, RipSnapshot now, RipVerdict verdict) {
        boolean isPart = verdict.file().endsWith(".part");
        boolean hasFailed =
                switch (verdict.outcome()) {
                    case DESTINATION_FAILED, NOT_CONFIRMED -> true;
                    case STOPPED -> now.sample().health() != Health.HEALTHY;
                    case COMPLETE,
                            FINISHED_WITH_HOLES,
                            PROTECTED_DISC,
                            DRIVE_FAILED,
                            REFUSED_INPUT,
                            INTERNAL_ERROR ->
                            false;
                };
        return isStraight(asked) && isPart && hasFailed;
    }

    private static boolean isStraight(Optional<RipRequest> asked) {
        return asked.filter(request -> request.staging().isEmpty()).isPresent();
    }

    private static boolean isReading(RipSnapshot.Phase phase) {
        return phase == RipSnapshot.Phase.SWEEPING || phase == RipSnapshot.Phase.RETRYING;
    }
}
