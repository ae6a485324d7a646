package dev.spindle.drive.linux;

import dev.spindle.drive.NoDiscException;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;
import dev.spindle.drive.scsi.Controls;
import dev.spindle.drive.scsi.Queries;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.time.Duration;

/**
 * Waits until a drive can read its disc, by short commands with pauses between them, so that a stop
 * is seen.
 */
final class Readiness {
    /** A Blu-ray disc may take half a minute to be recognised. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration BETWEEN = Duration.ofMillis(500);

    /** Attentions come one after the other: power on, reset, new disc, new parameters. */
    private static final int MOST_ATTENTIONS = 16;

    /** Failures that may pass: a bus error, a drive that is still busy with itself. */
    private static final int MOST_FAULTS = 5;

    private final Concurrency concurrency;
    private final Commander commander;
    private final String path;
    private int attentions;
    private int faults;
    private boolean started;

    Readiness(Concurrency concurrency, Commander commander, String path) {
        this.concurrency = concurrency;
        this.commander = commander;
        this.path = path;
    }

    void await(StopToken stop) throws IOException {
        Deadline deadline = concurrency.in(PATIENCE);
        while (!isReady()) {
            if (deadline.hasPassed(concurrency.nanoTime())) {
                throw new IOException(
                        path
                                + " is still not ready after a minute; take the disc out and try"
                                + " again");
            }
            var _ =
                    concurrency
                            .gate("disc not ready")
                            .pause(deadline.orEarlier(concurrency.in(BETWEEN)), stop);
            if (stop.isStopped()) {
                throw new IOException("stopped while " + path + " was getting ready");
            }
        }
    }

    /** Asks until the drive says something else than that its state has changed. */
    private boolean isReady() throws IOException {
        while (true) {
            try {
                commander.send(Queries.testUnitReady());
                return true;
            } catch (CommandFailedException failed) {
                if (failed.outcome() instanceof ReadOutcome.NotReady(Sense sense)) {
                    return judge(sense, failed);
                }
                if (failed.outcome() instanceof ReadOutcome.Fault && faults < MOST_FAULTS) {
                    faults++;
                    return false;
                }
                if (!(failed.outcome() instanceof ReadOutcome.Changed)
                        || attentions >= MOST_ATTENTIONS) {
                    throw failed;
                }
                attentions++;
            }
        }
    }

    private boolean judge(Sense sense, CommandFailedException failed) throws IOException {
        if (sense.isNoMedium()) {
            throw new NoDiscException(Sentences.noDisc(path), sense);
        }
        if (sense.wantsStart() && !started) {
            started = true;
            commander.send(Controls.start());
            return false;
        }
        if (sense.isBecomingReady() || sense.wantsStart()) {
            return false;
        }
        if (sense.asc() == 0x30) {
            throw new IOException(path + " can't read this kind of disc (" + sense + ")", failed);
        }
        throw new IOException(path + " needs a hand: " + failed.getMessage(), failed);
    }
}
