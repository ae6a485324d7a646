package dev.spindle.rip;

import dev.spindle.drive.Drive;
import dev.spindle.run.Activity;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.RoleWorker;

import java.io.IOException;
import java.time.Duration;

/** Takes the disc out at the end, where the user wants that. For the conductor. */
final class Ejection {
    /** Trays take some seconds; the verdict does not wait for one that hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Concurrency concurrency;
    private final Roles roles;
    private final Watch watch;
    private final Observation observation;
    private final RipTokens tokens;

    Ejection(
            Concurrency concurrency,
            Roles roles,
            Watch watch,
            Observation observation,
            RipTokens tokens) {
        this.concurrency = concurrency;
        this.roles = roles;
        this.watch = watch;
        this.observation = observation;
        this.tokens = tokens;
    }

    /** Only a disc of which nothing more can be had comes out. */
    void after(RipVerdict verdict, Drive drive, DriveWishes wishes) {
        boolean isOver =
                verdict.outcome() == RipOutcome.COMPLETE
                        || verdict.outcome() == RipOutcome.FINISHED_WITH_HOLES;
        RoleWorker reader = roles.reader();
        if (!wishes.eject() || !isOver || reader.isBusy()) {
            return;
        }
        var ejecting =
                reader.submit(lease -> {
                    lease.enter(Activity.FILING);
                    drive.eject();
                    return true;
                });
        Deadline deadline = concurrency.in(PATIENCE);
        while (!reader.isDone(ejecting)
                && !deadline.hasPassed(concurrency.nanoTime())
                && !tokens.isStopped()) {
            watch.step(deadline);
        }
        tell(reader, ejecting);
    }

    private void tell(RoleWorker reader, RoleWorker.Pending<Boolean> ejecting) {
        if (!reader.isDone(ejecting)) {
            observation.noticed("eject", "The drive has not opened its tray yet.");
            return;
        }
        try {
            var _ = ejecting.value();
        } catch (IOException problem) {
            observation.noticed("eject", "Not ejected: " + problem.getMessage() + ".");
        }
    }
}
