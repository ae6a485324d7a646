package dev.spindle.rip;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.range.SizeText;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.rip.files.LostPages;
import dev.spindle.rip.stream.WriteRetry;
import dev.spindle.run.Activity;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.RoleWorker;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Brings back what the storage lost: first its blocks and pages are discarded, because ext4 does
 * not keep what is written again from pages that failed once; then what is still in the ring is
 * written again, and the rest counts as not tried. For the conductor.
 */
final class LostWrites {
    private static final Logger LOG = LoggerFactory.getLogger("spindle.rip");

    /** Content that is confirmed and not there so often will not be there next time. */
    private static final int MOST_FAILED_CHECKS = 3;

    private static final long NEVER_CHECKED = -1;

    private final Prepared prepared;

    /**
     * So often in a row the same bytes may be lost. With the pauses between it is half a minute, as
     * long as a write call that fails is repeated: what lasts longer does not pass by itself. The
     * barriers alone don't tell it: where the wait for a chunk takes the error, they see none.
     */
    private static final int MOST_REPEATS = 12;

    /** A share whose server is away is waited for longer. */
    private static final int MOST_AWAY = WriteRetry.TRIES_OF_ONE_AWAY;

    /** A storage that loses again what it was just given is not asked again at once. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(3200);

    private final Concurrency concurrency;
    private final Streaming streaming;
    private final Roles roles;
    private final Watch watch;
    private final RipTokens tokens;
    private final Observation observation;
    private final RangeSet waiting = new RangeSet();
    private RoleWorker.@Nullable Pending<RangeSet> discarding;
    private int failedChecks;
    private final Renewal renewal;
    private final boolean renews;

    /** As many write calls had failed when the file was opened anew; told by the syncer. */
    private volatile long renewedForWrites;

    /** As many errors there had been then, the exchange's own included; told by the syncer. */
    private volatile long renewedAtErrors;

    /** Whether what was written has no name any more; told by the syncer. */
    private volatile boolean displaced;

    /** Why no more may be written; told by the syncer. */
    private volatile Optional<String> refusal = Optional.empty();

    /** Lost once and not durable since. */
    private final RangeSet lostBefore = new RangeSet();

    private int repeats;
    private int awayRepeats;
    private Deadline nextRepeat;

    /** Errors of a destination that was full, and was waited for. */
    private long errorsWaitedFor;

    /** How often the storage had failed when all was found to be there. */
    private long checkedFailures;

    LostWrites(
            Concurrency concurrency,
            Prepared prepared,
            Streaming streaming,
            Roles roles,
            RipTokens tokens,
            Watch watch,
            Observation observation,
            Renewal renewal,
            boolean verify) {
        this.renewal = renewal;
        this.renews = Renewal.helpsOn(prepared.destination().kind());
        this.concurrency = concurrency;
        this.nextRepeat = concurrency.in(Duration.ZERO);
        this.prepared = prepared;
        this.streaming = streaming;
        this.roles = roles;
        this.tokens = tokens;
        this.watch = watch;
        this.observation = observation;
        this.checkedFailures = verify ? NEVER_CHECKED : 0;
    }

    /** Begins and ends what can be begun and ended now. */
    void follow() throws IOException {
        take();
        var running = discarding;
        if (running != null && roles.syncer().isDone(running)) {
            discarding = null;
            giveBack(running.value());
            endIfRefused();
        }
        if (discarding == null
                && (!waiting.isEmpty() || isWriterWaitingForFile())
                && !roles.syncer().isBusy()
                && nextRepeat.hasPassed(concurrency.nanoTime())) {
            nextRepeat = concurrency.in(pause());
            discarding = roles.syncer().submit(discard(takeWaiting()));
        }
    }

    /** Nothing more is asked of a file that is another one's, nor written beside it. */
    private void endIfRefused() {
        if (refusal.isPresent()) {
            tokens.giveUp().stop();
        }
    }

    /** Whether a write call failed since the file was opened, where opening it anew may help. */
    private boolean isWriterWaitingForFile() {
        return renews && streaming.writer().repeatedWrites() > renewedForWrites;
    }

    /** Takes all of it back now. */
    void finish() throws IOException {
        follow();
        var running = discarding;
        if (running != null) {
            var _ = watch.finish(roles.syncer(), _ -> true);
            follow();
        }
        if (!waiting.isEmpty() && !tokens.giveUp().isStopped()) {
            RangeSet lost = takeWaiting();
            var done = watch.finish(roles.syncer(), discard(lost));
            giveBack(done.orElse(lost));
            endIfRefused();
        }
    }

    /**
     * Reads back all that was written, if the storage has failed since that was done, or the user
     * wants it: one error names the file, and may stand for more than was found to be lost.
     *
     * @return whether all of it is there; what is not is lost again
     */
    boolean isAllThere() throws IOException {
        var checksums = streaming.writer().checksums();
        long failures = failures();
        if (failures == checkedFailures) {
            return true;
        }
        observation.phase(Phase.READING_BACK);
        observation.notice("Comparing what the storage holds with what was read");
        var missing =
                watch.finish(
                        roles.syncer(),
                        syncer ->
                                checksums.missing(
                                        prepared.part(),
                                        syncer,
                                        tokens.user(),
                                        observation::readBack));
        if (missing.isEmpty() || tokens.isStopped()) {
            return false;
        }
        if (missing.get().isEmpty()) {
            checksums.verified();
            checkedFailures = failures;
            return true;
        }
        failedChecks++;
        streaming
                .ledger()
                .foundMissing(
                        missing.get(),
                        new IOException(
                                "the storage confirmed "
                                        + SizeText.format(missing.get().sizeBytes())
                                        + " that it does not hold"));
        finish();
        return false;
    }

    /** How often the storage lost a write, or refused one that was then repeated. */
    private long failures() {
        return streaming.ledger().status().errors() + streaming.writer().repeatedWrites();
    }

    /** Why the storage can't be expected to do better next time; empty where it can. */
    Optional<String> lastingFailure() {
        if (refusal.isPresent()) {
            return refusal;
        }
        if (failedChecks >= MOST_FAILED_CHECKS) {
            return Optional.of("the storage confirms writes that it does not keep");
        }
        if (repeats < MOST_REPEATS && awayRepeats < MOST_AWAY) {
            return Optional.empty();
        }
        return lastError()
                .map(error -> String.valueOf(error.getMessage()))
                .or(() -> Optional.of("the storage loses the same bytes again and again"));
    }

    /** Why nothing more may be written to the file, though it could be; empty where it may. */
    Optional<String> refusal() {
        return refusal;
    }

    /** Whether nobody can go on with what was written. */
    boolean isDisplaced() {
        return displaced;
    }

    /**
     * A share says only at a sync that it is full; repeating that makes no room.
     *
     * @return empty where the latest error is another one, or was waited for
     */
    Optional<OsException> full() {
        var status = streaming.ledger().status();
        return status.failing() && status.errors() > errorsWaitedFor
                ? lastError().filter(problem -> problem.errno().meansFull())
                : Optional.empty();
    }

    /** There may be room now. */
    void waited() {
        errorsWaitedFor = streaming.ledger().status().errors();
        repeats = 0;
        awayRepeats = 0;
    }

    private Optional<OsException> lastError() {
        return streaming
                .ledger()
                .status()
                .lastError()
                .filter(OsException.class::isInstance)
                .map(OsException.class::cast);
    }

    private Duration pause() {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(repeats + awayRepeats, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private void count(RangeSet lost) {
        lostBefore.removeAll(streaming.ledger().durable());
        boolean isRepeated = !lost.intersection(lostBefore).isEmpty();
        lostBefore.addAll(lost);
        if (streaming.ledger().status().errors() <= renewedAtErrors) {
            // Lost by the exchange alone.
            return;
        }
        if (!isRepeated) {
            repeats = 0;
            awayRepeats = 0;
        } else if (lastError().filter(error -> error.errno().meansAway()).isPresent()) {
            awayRepeats++;
        } else {
            repeats++;
        }
    }

    private void take() {
        var lost = streaming.ledger().takeLost();
        if (!lost.isEmpty()) {
            count(lost);
            waiting.addAll(lost);
            observation.notice(
                    "The storage lost a write; "
                            + SizeText.format(lost.sizeBytes())
                            + " are written again");
        }
    }

    private RangeSet takeWaiting() {
        var taken = waiting.copy();
        waiting.clear();
        return taken;
    }

    private void giveBack(RangeSet lost) {
        var unread = lost.copy();
        unread.removeAll(streaming.ring().writeAgain(lost));
        streaming.maps().lost(unread);
    }

    private RoleWorker.Work<RangeSet> discard(RangeSet lost) {
        StorageFile part = prepared.part();
        return syncer -> {
            var gone = lost.copy();
            if (isRenewalDue()) {
                gone.addAll(renewed(syncer));
                if (refusal.isPresent()) {
                    return gone;
                }
            }
            for (ByteRange range : gone.ranges()) {
                syncer.enter(Activity.FILING);
                forget(part, range);
            }
            return gone;
        };
    }

    /** Whether the file failed since it was opened; what only the exchange lost is no failure. */
    private boolean isRenewalDue() {
        return renews
                && (streaming.ledger().status().errors() > renewedAtErrors
                        || isWriterWaitingForFile());
    }

    /** Opens the file anew; returns what counts as lost by that. */
    private RangeSet renewed(RoleWorker.Lease syncer) throws IOException {
        var ledger = streaming.ledger();
        long failedWrites = streaming.writer().repeatedWrites();
        var status = ledger.status();
        IOException problem =
                status.lastError()
                        .filter(_ -> status.failing())
                        .orElseGet(
                                () -> new OsException(Errno.EIO, "write", prepared.part().path()));
        Runnable lose =
                () -> {
                    ledger.allMayBeLost(problem);
                    renewedAtErrors = ledger.status().errors();
                };
        var ranges = ledger.durable().ranges();
        long endBytes = ranges.isEmpty() ? 0 : ranges.getLast().endBytes();
        return switch (renewal.run(syncer, endBytes, lose)) {
            case Renewal.Result.Renewed _ -> {
                renewedForWrites = failedWrites;
                yield ledger.takeLost();
            }
            case Renewal.Result.NotYet _ -> new RangeSet();
            case Renewal.Result.Refused(String why, boolean isElsewhere) -> {
                displaced = isElsewhere;
                refusal = Optional.of(why);
                yield new RangeSet();
            }
        };
    }

    private static void forget(StorageFile part, ByteRange range) {
        try {
            LostPages.forget(part, range);
        } catch (OsException kept) {
            LOG.warn("lost pages can't be dropped: {}", kept.getMessage());
        }
    }
}
