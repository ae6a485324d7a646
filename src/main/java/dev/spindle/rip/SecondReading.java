package dev.spindle.rip;

import dev.spindle.rescue.Effort;
import dev.spindle.rescue.FromBehind;
import dev.spindle.rip.stream.ReadingEnd;
import dev.spindle.rip.stream.SecondReaderLoop;
import dev.spindle.run.Activity;
import dev.spindle.run.Concurrency;
import dev.spindle.run.LeaseClosedException;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;

/**
 * The second drive's part of a rip: it reads beside the first one until it has nothing to do or
 * fails, which ends nothing but its own part. Run by the conductor.
 */
final class SecondReading {
    /** Once the first drive is done, a command of the second is waited for no longer. */
    private static final Duration LONGEST_COMMAND = Duration.ofSeconds(60);

    private final Concurrency concurrency;
    private final RoleWorker worker;
    private final HeldDrive drive;
    private final FromBehind plan;
    private final Observation observation;
    private RoleWorker.@Nullable Pending<ReadingEnd> running;
    private StopToken halt = new StopToken();
    private boolean isOver;

    /**
     * Not begun yet.
     *
     * @param sectorsPerRead of the first drive, by which buffers are cut
     */
    SecondReading(
            Concurrency concurrency,
            RoleWorker worker,
            HeldDrive drive,
            int sectorsPerRead,
            Effort effort,
            Observation observation) {
        this.concurrency = concurrency;
        this.worker = worker;
        this.drive = drive;
        this.plan = new FromBehind(drive.sectorBytes(), sectorsPerRead, effort);
        this.observation = observation;
    }

    /** Whether it has something to do still, and its thread is free. */
    boolean canBegin() {
        return !isOver && !worker.isBusy();
    }

    /** Begins it anew; it must be able to. */
    void begin(Streaming streaming, RipTokens tokens) {
        halt = new StopToken();
        running =
                worker.submit(
                        new SecondReaderLoop(
                                concurrency,
                                drive,
                                streaming.maps(),
                                streaming.ring(),
                                tokens.pause(),
                                halt,
                                plan));
    }

    /** Whether it does not read any more; what it has to tell is told then. */
    boolean isDone() throws IOException {
        var pending = running;
        if (pending == null) {
            return true;
        }
        if (!worker.isDone(pending)) {
            return false;
        }
        running = null;
        end(pending);
        return true;
    }

    /** It ends after its command; in another round it goes on. */
    void halt() {
        halt.stop();
    }

    /** The first drive is done: a command that takes too long is not waited for. */
    void leaveIfHung() {
        var ledger = worker.ledger().snapshot();
        if (running != null
                && ledger.activity() == Activity.READING
                && concurrency.nanoTime() - ledger.sinceNanos() >= LONGEST_COMMAND.toNanos()) {
            leave();
        }
    }

    /** It is not waited for any longer. */
    void leave() {
        if (running != null) {
            var _ = worker.abandon();
            running = null;
            isOver = true;
        }
    }

    private void end(RoleWorker.Pending<ReadingEnd> pending) throws IOException {
        try {
            switch (pending.value()) {
                case ReadingEnd.PlanDone() -> isOver = true;
                case ReadingEnd.Stopped() -> {}
                case ReadingEnd.DriveFailed(_, var outcome) -> {
                    isOver = true;
                    observation.noticed(
                            "second-drive",
                            "The second drive reads no more; the first one goes on. "
                                    + DriveFailures.sentence(outcome));
                }
            }
        } catch (LeaseClosedException leftAlone) {
            isOver = true;
        }
    }
}
