package dev.spindle.rip;

import dev.spindle.os.OsException;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.rip.stream.WriteRetry;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.RoleWorker;
import dev.spindle.writeback.Barriers;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Lets the syncer make barriers when they are due, and judges how they went. For the conductor. */
final class BarrierRunner {
    /**
     * So many barriers in a row without success mean that the storage will not do it, unless the
     * fault may pass: what it loses is written again, and the next barrier follows after a pause,
     * for half a minute as with a write that fails.
     */
    private static final int MOST_FAILED = 3;

    private final Concurrency concurrency;
    private final Streaming streaming;
    private final Barriers barriers;
    private final Roles roles;
    private final RipTokens tokens;
    private final Watch watch;
    private final boolean renewed;
    private RoleWorker.@Nullable Pending<Boolean> running;
    private int failed;
    private int awayFailed;
    private Deadline nextTry;
    private @Nullable IOException mapFailure;

    BarrierRunner(
            Concurrency concurrency,
            Streaming streaming,
            Barriers barriers,
            Roles roles,
            RipTokens tokens,
            Watch watch,
            boolean renewed) {
        this.renewed = renewed;
        this.concurrency = concurrency;
        this.nextTry = concurrency.in(Duration.ZERO);
        this.streaming = streaming;
        this.barriers = barriers;
        this.roles = roles;
        this.tokens = tokens;
        this.watch = watch;
    }

    /** Begins a barrier where one is due, and notes how the last one ended. */
    void follow() {
        judgeEnded();
        long taken = streaming.writer().takenBytes();
        if (running == null
                && !roles.syncer().isBusy()
                && !tokens.giveUp().isStopped()
                && nextTry.hasPassed(concurrency.nanoTime())
                && barriers.isDue(taken)) {
            running = roles.syncer().submit(begin(taken));
        }
    }

    /** The barrier behind all that was written; whether that is durable now. */
    boolean last(Observation observation) {
        if (!tokens.isStopped()) {
            observation.phase(Phase.FLUSHING);
        }
        awaitNextTry();
        if (tokens.giveUp().isStopped()) {
            judgeEnded();
            return false;
        }
        try {
            var done = watch.finish(roles.syncer(), begin(streaming.writer().takenBytes()));
            judgeEnded();
            if (done.isPresent() && !done.get() && !streaming.ledger().status().failing()) {
                // No error, but a wait of another thread hangs, and the error may be with that one.
                tokens.giveUp().stop();
            }
            return done.isPresent() && succeeded(done.get());
        } catch (IOException problem) {
            failed(problem);
            return false;
        }
    }

    private void awaitNextTry() {
        while (!nextTry.hasPassed(concurrency.nanoTime())
                && !tokens.isStopped()
                && !tokens.giveUp().isStopped()) {
            watch.step(nextTry);
        }
    }

    boolean hasFailedForGood() {
        // That a share is full is judged by who waits for room.
        boolean isFull =
                mapFailure == null && lastError().filter(BarrierRunner::isFull).isPresent();
        return failed + awayFailed >= MOST_FAILED && pause().isEmpty() && !isFull;
    }

    private Optional<IOException> lastError() {
        return streaming.ledger().status().lastError();
    }

    /**
     * How long the storage is left alone after the last failure; empty where that helps nothing.
     */
    private Optional<Duration> pause() {
        return problem().filter(_ -> failed + awayFailed > 0).flatMap(this::pause);
    }

    private Optional<Duration> pause(OsException problem) {
        int times = problem.errno().meansAway() ? awayFailed : failed;
        return WriteRetry.pause(Math.max(1, times), problem.errno(), renewed);
    }

    private Optional<OsException> problem() {
        IOException ofMap = mapFailure;
        return ofMap == null
                ? streaming.ledger().status().lastErrorOfCall()
                : Optional.of(ofMap)
                        .filter(OsException.class::isInstance)
                        .map(OsException.class::cast);
    }

    /** Why the storage can't be expected to do better next time; empty where it can. */
    Optional<String> lastingFailure() {
        IOException problem = mapFailure;
        if (problem != null && (hasFailedForGood() || isFull(problem))) {
            return Optional.of("the map can't be saved: " + problem.getMessage());
        }
        if (!hasFailedForGood()) {
            return Optional.empty();
        }
        return Optional.of(
                lastError()
                        .map(error -> String.valueOf(error.getMessage()))
                        .orElse("the storage does not keep what is written"));
    }

    private RoleWorker.Work<Boolean> begin(long takenBytes) {
        return barriers.begin(streaming.files(), takenBytes, tokens.giveUp());
    }

    private void judgeEnded() {
        var ended = running;
        if (ended == null || !roles.syncer().isDone(ended)) {
            return;
        }
        running = null;
        try {
            var _ = succeeded(ended.value());
        } catch (IOException problem) {
            failed(problem);
        }
    }

    private boolean succeeded(boolean durable) {
        if (durable) {
            failed = 0;
            awayFailed = 0;
            mapFailure = null;
        } else if (streaming.ledger().status().failing()) {
            countFailure();
        }
        return durable;
    }

    private void failed(IOException problem) {
        mapFailure = problem;
        countFailure();
    }

    private void countFailure() {
        if (problem().filter(failure -> failure.errno().meansAway()).isPresent()) {
            awayFailed++;
        } else {
            failed++;
        }
        nextTry = concurrency.in(pause().orElse(Duration.ZERO));
    }

    private static boolean isFull(IOException problem) {
        return problem instanceof OsException failure && failure.errno().meansFull();
    }
}
