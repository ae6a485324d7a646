package dev.spindle.rip;

import dev.spindle.os.OsException;
import dev.spindle.range.SizeText;
import dev.spindle.rescue.ReadCommand;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.rip.stream.HasherLoop;
import dev.spindle.rip.stream.ReaderLoop;
import dev.spindle.rip.stream.ReadingEnd;
import dev.spindle.rip.stream.StreamHashes;
import dev.spindle.run.Concurrency;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;
import dev.spindle.writeback.Barriers;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Optional;

/**
 * Moves the bytes: lets reader, writer and hasher run, makes barriers meanwhile, and takes what the
 * storage lost back to the reader, until all that can be read is durable. Run by the conductor.
 */
final class Transfer {
    /** So many barriers in a row without success mean that the storage will not do it. */
    private static final int MOST_FAILED_BARRIERS = 3;

    private final Concurrency concurrency;
    private final Prepared prepared;
    private final Streaming streaming;
    private final StreamHashes hashes;
    private final Barriers barriers;
    private final Roles roles;
    private final RipTokens tokens;
    private final Watch watch;
    private final Observation observation;
    private RoleWorker.@Nullable Pending<Boolean> barrier;
    private int failedBarriers;
    private @Nullable IOException mapFailure;

    Transfer(
            Concurrency concurrency,
            Prepared prepared,
            Streaming streaming,
            StreamHashes hashes,
            Barriers barriers,
            Roles roles,
            RipTokens tokens,
            Watch watch,
            Observation observation) {
        this.concurrency = concurrency;
        this.prepared = prepared;
        this.streaming = streaming;
        this.hashes = hashes;
        this.barriers = barriers;
        this.roles = roles;
        this.tokens = tokens;
        this.watch = watch;
        this.observation = observation;
    }

    TransferEnd run() throws IOException {
        while (true) {
            var round = new Round();
            var end = round.run();
            if (end.isPresent()) {
                return end.get();
            }
        }
    }

    /** One time of reading all that the plan has, writing it, and a barrier behind it. */
    private final class Round {
        private final StopToken halt = new StopToken();
        private final RoleWorker.Pending<ReadingEnd> reading;
        private final RoleWorker.Pending<Optional<OsException>> writing;
        private boolean ringClosed;
        private boolean readerLeft;

        Round() {
            streaming.ring().reopen();
            var reader =
                    new ReaderLoop(
                            concurrency,
                            prepared.drive(),
                            streaming.maps(),
                            streaming.ring(),
                            halt,
                            observation);
            reading = roles.reader().submit(reader);
            writing = roles.writer().submit(streaming.writer());
            var _ =
                    roles.hasher()
                            .submit(new HasherLoop(streaming.ring(), hashes, tokens.giveUp()));
        }

        /** The end of the transfer; empty where another round is needed. */
        Optional<TransferEnd> run() throws IOException {
            while (!roles.writer().isDone(writing)) {
                watch.step();
                followReader();
                followBarrier();
                takeBackLost();
                if (tokens.isStopped()) {
                    save();
                } else if (hasFailedForGood()) {
                    halt.stop();
                    tokens.giveUp().stop();
                }
            }
            halt.stop();
            closeRing();
            var writeFailure = writeFailure();
            if (!readerLeft) {
                watch.letReturn(roles.reader());
            }
            watch.letReturn(roles.hasher());
            return end(writeFailure);
        }

        private void followReader() {
            if (roles.reader().isDone(reading)) {
                closeRing();
                if (!tokens.isStopped()) {
                    observation.phase(Phase.FLUSHING);
                }
            } else if (!tokens.isStopped()) {
                observation.phase(
                        streaming.maps().pass() == ReadCommand.Pass.SWEEP
                                ? Phase.SWEEPING
                                : Phase.RETRYING);
            }
        }

        private void save() {
            halt.stop();
            watch.startSaving();
            observation.phase(Phase.SAVING);
            long left =
                    streaming.ring().backlogBytes()
                            + streaming.ledger().status().unconfirmedBytes();
            observation.notice("Saving the last " + SizeText.format(left));
            if (watch.isPatienceExhausted()) {
                tokens.giveUp().stop();
                watch.letReturn(roles.writer());
            }
            if (!roles.reader().isDone(reading) && !ringClosed) {
                // A drive that hangs in a command must not keep the writer waiting for more.
                watch.letReturn(roles.reader());
                readerLeft = true;
                closeRing();
            }
        }

        private void closeRing() {
            if (!ringClosed) {
                ringClosed = true;
                streaming.ring().close();
            }
        }

        private Optional<String> writeFailure() {
            return roles.writer().isDone(writing) ? failureOf(writing) : Optional.empty();
        }

        private Optional<TransferEnd> end(Optional<String> writeFailure) throws IOException {
            boolean saved = finalBarrier();
            takeBackLost();
            if (mapFailure != null) {
                return Optional.of(
                        new TransferEnd.StorageFailed(
                                "the map can't be saved: " + mapFailure.getMessage()));
            }
            if (writeFailure.isPresent()) {
                return Optional.of(new TransferEnd.StorageFailed(writeFailure.get()));
            }
            if (tokens.isStopped()) {
                boolean done = saved && isPlanDone() && streaming.maps().counts().openBytes() == 0;
                return Optional.of(
                        done ? new TransferEnd.AllDurable() : new TransferEnd.Stopped(saved));
            }
            if (roles.reader().isDone(reading)
                    && reading.value() instanceof ReadingEnd.DriveFailed(_, var outcome)) {
                return Optional.of(new TransferEnd.DriveFailed(outcome));
            }
            if (hasFailedForGood()) {
                return Optional.of(new TransferEnd.StorageFailed(lastingError()));
            }
            if (tokens.giveUp().isStopped()) {
                return Optional.of(new TransferEnd.NotConfirmed());
            }
            return saved && streaming.maps().counts().openBytes() == 0
                    ? Optional.of(new TransferEnd.AllDurable())
                    : Optional.empty();
        }

        private boolean isPlanDone() throws IOException {
            return roles.reader().isDone(reading) && reading.value() instanceof ReadingEnd.PlanDone;
        }
    }

    private void followBarrier() throws IOException {
        var running = barrier;
        if (running != null && roles.syncer().isDone(running)) {
            barrier = null;
            judge(running);
        }
        long taken = streaming.writer().takenBytes();
        if (barrier == null && !roles.syncer().isBusy() && barriers.isDue(taken)) {
            barrier =
                    roles.syncer().submit(barriers.begin(prepared.part(), taken, tokens.giveUp()));
        }
    }

    private void judge(RoleWorker.Pending<Boolean> ended) {
        try {
            failedBarriers = ended.value() ? 0 : failedBarriers + 1;
            mapFailure = null;
        } catch (IOException problem) {
            mapFailure = problem;
            failedBarriers++;
        }
    }

    /** What the storage lost is read again. */
    private void takeBackLost() {
        var lost = streaming.ledger().takeLost();
        if (!lost.isEmpty()) {
            streaming.maps().lost(lost);
            observation.notice(
                    "The storage lost a write; "
                            + SizeText.format(lost.sizeBytes())
                            + " are read again");
        }
    }

    /** The barrier behind everything; whether all that was written is durable. */
    private boolean finalBarrier() throws IOException {
        if (!tokens.isStopped()) {
            observation.phase(Phase.FLUSHING);
        }
        long taken = streaming.writer().takenBytes();
        try {
            var done =
                    watch.finish(
                            roles.syncer(),
                            barriers.begin(prepared.part(), taken, tokens.giveUp()));
            if (done.isEmpty()) {
                tokens.giveUp().stop();
                return false;
            }
            failedBarriers = done.get() ? 0 : failedBarriers + 1;
            return done.get();
        } catch (IOException problem) {
            mapFailure = problem;
            return false;
        }
    }

    private boolean hasFailedForGood() {
        return failedBarriers >= MOST_FAILED_BARRIERS;
    }

    private String lastingError() {
        return streaming
                .ledger()
                .status()
                .lastError()
                .map(problem -> String.valueOf(problem.getMessage()))
                .orElse("the storage does not keep what is written");
    }

    private Optional<String> failureOf(RoleWorker.Pending<Optional<OsException>> writing) {
        try {
            return writing.value().map(problem -> String.valueOf(problem.getMessage()));
        } catch (IOException stopped) {
            // The wait for the flusher was given up; the tokens tell why.
            return Optional.empty();
        }
    }
}
