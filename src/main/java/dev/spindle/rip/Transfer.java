package dev.spindle.rip;

import dev.spindle.os.OsException;
import dev.spindle.rip.stream.ReadingEnd;
import dev.spindle.rip.stream.StreamHashes;
import dev.spindle.run.Concurrency;
import dev.spindle.writeback.Barriers;

import java.io.IOException;
import java.util.Optional;

/**
 * Moves the bytes: rounds of reading, writing and hashing with barriers meanwhile, until all that
 * can be read is durable. What the storage lost is read again in the next round. Run by the
 * conductor.
 */
final class Transfer {
    private final Concurrency concurrency;
    private final Prepared prepared;
    private final Streaming streaming;
    private final StreamHashes hashes;
    private final BarrierRunner barriers;
    private final LostWrites lostWrites;
    private final Roles roles;
    private final RipTokens tokens;
    private final Watch watch;
    private final Observation observation;
    private final Waiting waiting;
    private double readSeconds;
    private boolean hashed;

    Transfer(
            Concurrency concurrency,
            Prepared prepared,
            Streaming streaming,
            StreamHashes hashes,
            Barriers barriers,
            LostWrites lostWrites,
            Roles roles,
            RipTokens tokens,
            Watch watch,
            Observation observation,
            Waiting waiting) {
        this.waiting = waiting;
        this.concurrency = concurrency;
        this.prepared = prepared;
        this.streaming = streaming;
        this.hashes = hashes;
        boolean renewed = Renewal.helpsOn(prepared.destination().kind());
        this.barriers =
                new BarrierRunner(concurrency, streaming, barriers, roles, tokens, watch, renewed);
        this.lostWrites = lostWrites;
        this.roles = roles;
        this.tokens = tokens;
        this.watch = watch;
        this.observation = observation;
    }

    TransferEnd run() throws IOException {
        while (true) {
            var round =
                    new Round(
                            concurrency,
                            prepared,
                            streaming,
                            hashes,
                            roles,
                            tokens,
                            watch,
                            observation);
            round.run(this::betweenSteps);
            readSeconds = round.readSeconds();
            hashed = round.isHashed();
            var end = judge(round);
            if (end.isPresent()) {
                boolean wasStopped = tokens.isStopped();
                if (waiting.helps(end.get(), writeFailure(round))) {
                    lostWrites.waited();
                } else {
                    return tokens.isStopped() && !wasStopped
                            ? new TransferEnd.Stopped(false)
                            : end.get();
                }
            }
        }
    }

    /** When the last byte was read, since the start of the rip. */
    double readSeconds() {
        return readSeconds;
    }

    /**
     * Whether the hasher has taken all that was published, and the storage lost nothing of it; else
     * its hashes say nothing of the file.
     */
    boolean isHashed() {
        return hashed && streaming.ledger().status().errors() == 0;
    }

    private void betweenSteps() throws IOException {
        lostWrites.follow();
        barriers.follow();
        lostWrites.full().ifPresent(streaming.writer()::endWith);
        boolean isHopeless = barriers.hasFailedForGood() || lostWrites.lastingFailure().isPresent();
        if (isHopeless && !tokens.isStopped()) {
            tokens.giveUp().stop();
        }
    }

    /** The barrier behind a round, and what it all means; empty where another round is needed. */
    private Optional<TransferEnd> judge(Round round) throws IOException {
        boolean saved = barriers.last(observation);
        lostWrites.finish();
        if (saved) {
            giveUpUnwritten();
        }
        ReadingEnd read = round.readingEnd();
        boolean complete = saved && isOver(read) && isAllDurable() && lostWrites.isAllThere();
        if (complete) {
            return Optional.of(new TransferEnd.AllDurable());
        }
        if (read instanceof ReadingEnd.DriveFailed(_, var outcome)
                && DriveFailures.outcome(outcome) == RipOutcome.PROTECTED_DISC) {
            return Optional.of(new TransferEnd.DriveFailed(outcome));
        }
        if (tokens.isStopped()) {
            boolean known = streaming.writer().checksums().unverified().isEmpty();
            return Optional.of(new TransferEnd.Stopped(saved && known));
        }
        // What is left where nothing more is wanted of the drive is done without it.
        boolean needsDrive = !isOver(read) || streaming.maps().hasMore();
        if (needsDrive && read instanceof ReadingEnd.DriveFailed(_, var outcome)) {
            return Optional.of(new TransferEnd.DriveFailed(outcome));
        }
        return storageEnd(writeFailure(round));
    }

    /** What a write call has said, or the sync of a share that took its write for good at first. */
    private Optional<OsException> writeFailure(Round round) {
        return round.writeFailure().or(lostWrites::full);
    }

    /**
     * What a reader held that was left alone in a command is read, but nobody will write it: once
     * nothing waits for the writer, all that is not durable is to be read again.
     */
    private void giveUpUnwritten() {
        if (streaming.ring().backlogBytes() == 0) {
            var unwritten = streaming.maps().finished();
            unwritten.removeAll(streaming.durableContent());
            streaming.maps().lost(unwritten);
        }
    }

    private Optional<TransferEnd> storageEnd(Optional<OsException> writeFailure) {
        var failure = lostWrites.refusal();
        if (failure.isEmpty()) {
            failure = writeFailure.map(problem -> String.valueOf(problem.getMessage()));
        }
        if (failure.isEmpty()) {
            failure = barriers.lastingFailure();
        }
        if (failure.isEmpty()) {
            failure = lostWrites.lastingFailure();
        }
        if (failure.isPresent()) {
            return Optional.of(
                    new TransferEnd.StorageFailed(failure.get(), lostWrites.isDisplaced()));
        }
        return tokens.giveUp().isStopped()
                ? Optional.of(new TransferEnd.NotConfirmed())
                : Optional.empty();
    }

    /** A drive that fails where nothing more is wanted of it fails nobody. */
    private boolean isOver(ReadingEnd read) {
        return read instanceof ReadingEnd.PlanDone
                || (read instanceof ReadingEnd.DriveFailed(_, var outcome)
                        && DriveFailures.outcome(outcome) != RipOutcome.PROTECTED_DISC
                        && (streaming.maps().isEnough() || !streaming.maps().hasMore()));
    }

    /**
     * Nothing is left to read or to fill, and what the map calls finished lies behind a barrier.
     */
    private boolean isAllDurable() {
        return !streaming.maps().hasMore()
                && streaming.durableContent().containsAll(streaming.maps().finished())
                && streaming.fill().due().isEmpty();
    }
}
