package dev.spindle.rip;

import dev.spindle.os.OsException;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.range.SizeText;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.rip.files.LostPages;
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

    private final Concurrency concurrency;
    private final Prepared prepared;
    private final Streaming streaming;
    private final Roles roles;
    private final Watch watch;
    private final RipTokens tokens;
    private final Observation observation;
    private final RangeSet waiting = new RangeSet();
    private final RenewedFile file;
    private final LossCount losses;
    private RoleWorker.@Nullable Pending<RangeSet> discarding;
    private Deadline nextRepeat;
    private int failedChecks;

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
        this.file = new RenewedFile(renewal, prepared, streaming);
        this.losses = new LossCount(streaming.ledger());
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
                && (!waiting.isEmpty() || file.isWaitedForByWriter())
                && !roles.syncer().isBusy()
                && nextRepeat.hasPassed(concurrency.nanoTime())) {
            nextRepeat = concurrency.in(losses.pause());
            discarding = roles.syncer().submit(discard(takeWaiting()));
        }
    }

    /** Nothing more is asked of a file that is another one's, nor written beside it. */
    private void endIfRefused() {
        if (file.refusal().isPresent()) {
            tokens.giveUp().stop();
        }
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
        if (file.refusal().isPresent()) {
            return file.refusal();
        }
        if (failedChecks >= MOST_FAILED_CHECKS) {
            return Optional.of("the storage confirms writes that it does not keep");
        }
        return losses.lastingFailure();
    }

    /** Why nothing more may be written to the file, though it could be; empty where it may. */
    Optional<String> refusal() {
        return file.refusal();
    }

    /** Whether nobody can go on with what was written. */
    boolean isDisplaced() {
        return file.isDisplaced();
    }

    /**
     * A share says only at a sync that it is full; repeating that makes no room.
     *
     * @return empty where the latest error is another one, or was waited for
     */
    Optional<OsException> full() {
        return losses.full();
    }

    /** There may be room now. */
    void waited() {
        losses.waited();
    }

    private void take() {
        var lost = streaming.ledger().takeLost();
        if (!lost.isEmpty()) {
            losses.add(lost, file.hasFailedSince());
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
            gone.addAll(file.renewIfDue(syncer));
            if (file.refusal().isPresent()) {
                return gone;
            }
            for (ByteRange range : gone.ranges()) {
                syncer.enter(Activity.FILING);
                forget(part, range);
            }
            return gone;
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
