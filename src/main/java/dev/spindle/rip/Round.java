package dev.spindle.rip;

import dev.spindle.drive.ReadOutcome;
import dev.spindle.os.OsException;
import dev.spindle.range.SizeText;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.rip.stream.HasherLoop;
import dev.spindle.rip.stream.ReaderLoop;
import dev.spindle.rip.stream.ReadingEnd;
import dev.spindle.rip.stream.StreamHashes;
import dev.spindle.run.Activity;
import dev.spindle.run.Concurrency;
import dev.spindle.run.LeaseClosedException;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.util.Optional;

/**
 * One time of reading all that the plan has, and of writing it. Ends when the writer has, or where
 * nobody waits for it any longer. Run by the conductor.
 */
final class Round {
    private static final String LAST_READ =
            "Good enough: nothing more is read once the drive has answered";

    private final Streaming streaming;
    private final Roles roles;
    private final RipTokens tokens;
    private final Watch watch;
    private final Observation observation;
    private final Concurrency concurrency;
    private final boolean isMove;
    private final StopToken halt = new StopToken();
    private final RoleWorker.Pending<ReadingEnd> reading;
    private final Optional<SecondReading> second;
    private final RoleWorker.Pending<Optional<OsException>> writing;
    private final RoleWorker.Pending<Boolean> hashing;
    private boolean ringClosed;
    private boolean isReadOut;
    private boolean isHashed;
    private boolean writerLeft;
    private long haltedNanos;
    private double readSeconds;

    /** What else the conductor does while a round runs. */
    @FunctionalInterface
    interface BetweenSteps {
        void run() throws IOException;
    }

    /** Begins it; the roles must be free. */
    Round(
            Concurrency concurrency,
            Prepared prepared,
            Streaming streaming,
            StreamHashes hashes,
            Roles roles,
            RipTokens tokens,
            Watch watch,
            Observation observation) {
        this.concurrency = concurrency;
        this.isMove = prepared.staged().isPresent();
        this.streaming = streaming;
        this.roles = roles;
        this.tokens = tokens;
        this.watch = watch;
        this.observation = observation;
        streaming.ring().reopen();
        second = prepared.second().filter(SecondReading::canBegin);
        streaming.maps().roundBegins(second.isPresent());
        var reader =
                new ReaderLoop(
                        concurrency,
                        prepared.drive(),
                        prepared.drive().otherCopy(),
                        streaming.maps(),
                        streaming.ring(),
                        streaming.fill(),
                        tokens.pause(),
                        tokens.betweenReads(),
                        halt,
                        observation.stallReporter(),
                        prepared.speed());
        reading = roles.reader().submit(reader);
        second.ifPresent(beside -> beside.begin(streaming, tokens));
        writing = roles.writer().submit(streaming.writer());
        hashing = roles.hasher().submit(new HasherLoop(streaming.ring(), hashes, tokens.giveUp()));
    }

    /** Follows it to its end. */
    void run(BetweenSteps betweenSteps) throws IOException {
        watch.restartPatience();
        while (!roles.writer().isDone(writing) && !writerLeft) {
            watch.step();
            followReader();
            followHasher();
            betweenSteps.run();
            if (tokens.isStopped()) {
                save();
            } else if (isReadOut && watch.isPatienceExhausted()) {
                tokens.giveUp().stop();
            }
            if (tokens.giveUp().isStopped()) {
                leaveWriter();
            }
        }
        observation.drained();
        endReaderAndHasher();
    }

    double readSeconds() {
        return readSeconds;
    }

    /** Whether the hasher took all that was published. */
    boolean isHashed() {
        return isHashed;
    }

    /**
     * How the reading ended; one that has not counts as stopped, and so does one that was left
     * alone in a command: what it says when that ends comes too late for this rip.
     */
    ReadingEnd readingEnd() throws IOException {
        if (!roles.reader().isDone(reading)) {
            return new ReadingEnd.Stopped();
        }
        try {
            return reading.value();
        } catch (LeaseClosedException leftAlone) {
            return new ReadingEnd.Stopped();
        }
    }

    /** The write that failed for good. */
    Optional<OsException> writeFailure() {
        if (!roles.writer().isDone(writing)) {
            return Optional.empty();
        }
        try {
            return writing.value();
        } catch (OsException problem) {
            return Optional.of(problem);
        } catch (IOException stopped) {
            // The wait for the flusher was given up; the tokens tell why.
            return Optional.empty();
        }
    }

    private void followReader() throws IOException {
        boolean isSecondDone = second.isEmpty() || second.get().isDone();
        if (isSecondDone) {
            streaming.maps().secondIsDone();
        }
        if (roles.reader().isDone(reading)) {
            streaming.maps().firstIsDone();
            if (isSecondDone) {
                closeRing();
            } else {
                followSecond(second.get());
            }
        }
        if (ringClosed || streaming.fill().isUnderWay()) {
            readOut();
        }
        if (isReadOut) {
            if (!tokens.isStopped()) {
                observation.noticeIs(LAST_READ, false);
                observation.phase(Phase.FLUSHING);
            }
        } else if (!tokens.isStopped()) {
            observation.noticeIs(LAST_READ, streaming.maps().isEnough());
            observation.phase(isMove ? Phase.MOVING : phaseOfPass());
        }
    }

    private Phase phaseOfPass() {
        return switch (streaming.maps().pass()) {
            case SWEEP, BACK -> Phase.SWEEPING;
            case TRIM, SCRAPE, RETRY -> Phase.RETRYING;
        };
    }

    /** A hasher that died would keep the ring full for ever. */
    private void followHasher() throws IOException {
        if (!ringClosed && roles.hasher().isDone(hashing)) {
            var _ = hashing.value();
        }
    }

    private void haltReaders() {
        halt.stop();
        second.ifPresent(SecondReading::halt);
    }

    /** Where the first drive has something to do again, another round is begun for both. */
    private void followSecond(SecondReading beside) throws IOException {
        boolean goesOn =
                switch (readingEnd()) {
                    case ReadingEnd.DriveFailed(_, ReadOutcome.Changed _) -> true;
                    case ReadingEnd.DriveFailed _, ReadingEnd.Stopped _ -> false;
                    case ReadingEnd.PlanDone _ -> streaming.maps().hasMore();
                };
        if (goesOn) {
            beside.halt();
        }
        beside.leaveIfHung();
    }

    private void save() {
        if (!halt.isStopped()) {
            haltReaders();
            haltedNanos = concurrency.nanoTime();
        }
        watch.startSaving();
        observation.phase(Phase.SAVING);
        streaming.ring().dropFills();
        long left =
                streaming.ring().backlogBytes() + streaming.ledger().status().unconfirmedBytes();
        observation.notice("Saving the last " + SizeText.format(left));
        long sinceHalt = concurrency.nanoTime() - haltedNanos;
        if (!ringClosed && sinceHalt >= Watch.COURTESY.toNanos()) {
            // A drive that hangs in a command must not keep the writer waiting for more.
            var _ = roles.reader().abandon();
            second.ifPresent(SecondReading::leave);
            closeRing();
        }
        if (!isStorageAsked()) {
            watch.restartPatience();
        }
        if (watch.isPatienceExhausted()) {
            tokens.giveUp().stop();
        }
    }

    /** Whether it is the storage that is waited for now. */
    private boolean isStorageAsked() {
        return roles.syncer().isBusy()
                || roles.writer().ledger().snapshot().activity() != Activity.WAITING_FOR_DATA;
    }

    /** A writer that waits for others returns at once; one that hangs in a call is left alone. */
    private void leaveWriter() {
        haltReaders();
        watch.letReturn(roles.writer());
        writerLeft = true;
    }

    private void closeRing() {
        if (!ringClosed) {
            ringClosed = true;
            readOut();
            watch.restartPatience();
            streaming.ring().close();
            observation.drains(streaming);
        }
    }

    /** The drive has nothing more to do; holes may still be filled. */
    private void readOut() {
        if (!isReadOut) {
            isReadOut = true;
            readSeconds = observation.elapsedSeconds();
            watch.restartPatience();
        }
    }

    private void endReaderAndHasher() throws IOException {
        haltReaders();
        if (roles.reader().isBusy()) {
            watch.letReturn(roles.reader());
        }
        if (roles.second().isBusy()) {
            watch.letReturn(roles.second());
        }
        closeRing();
        while (!roles.hasher().isDone(hashing) && !tokens.isStopped()) {
            // It only computes: it comes to its end by itself.
            watch.step();
        }
        watch.letReturn(roles.hasher());
        if (tokens.giveUp().isStopped()) {
            watch.letReturn(roles.flusher());
        }
        if (roles.hasher().isDone(hashing)) {
            try {
                isHashed = hashing.value() && !tokens.giveUp().isStopped();
            } catch (LeaseClosedException leftAlone) {
                isHashed = false;
            }
        }
    }
}
