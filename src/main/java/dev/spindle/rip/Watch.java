package dev.spindle.rip;

import dev.spindle.os.FileFacts;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The conductor's only way to wait: samples are taken meanwhile, and a stop is noticed. One owner,
 * the conductor.
 */
final class Watch {
    /** Who was told to stop gets this long to end his call before he is left alone. */
    static final Duration COURTESY = Duration.ofMillis(200);

    /**
     * The same once the storage was given up: who waits for anything else returns at once, and who
     * is in a call there has had his time. The verdict is due within a second of the stop, on a
     * busy machine too.
     */
    private static final Duration LAST_COURTESY = Duration.ofMillis(100);

    /** After a stop every moment counts. */
    private static final Duration STEP_AFTER_STOP = Duration.ofMillis(20);

    private final Concurrency concurrency;
    private final StorageProgress progress;
    private final Bell bell;
    private final Observation observation;
    private final RipTokens tokens;
    private final Patience patience;
    private String folder;
    private @Nullable FileFacts place;
    private @Nullable Streaming streaming;
    private Deadline allReturnBy = Deadline.never();

    /**
     * @param folder the destination, for sentences
     */
    Watch(
            RipServices services,
            String folder,
            Bell bell,
            Observation observation,
            RipTokens tokens) {
        this.folder = folder;
        this.concurrency = services.concurrency();
        this.progress = new StorageProgress(services.storage());
        this.bell = bell;
        this.observation = observation;
        this.tokens = tokens;
        this.patience = new Patience(concurrency.nanoTime());
    }

    /** Which folder the next calls are about, for sentences. */
    void speaksOf(String named) {
        folder = named;
    }

    void streamingBegins(Streaming begun) {
        streaming = begun;
    }

    /** Where the destination's own signs of life are found before there is a file. */
    void destinationIsAt(FileFacts found) {
        place = found;
    }

    /** Stopped when the user wants the rip to end. */
    StopToken stopToken() {
        return tokens.user();
    }

    /** Waits until something has happened or a sample is due. */
    void step() {
        step(Deadline.never());
    }

    /** The same, but no longer than this. */
    void step(Deadline until) {
        var next = observation.nextTick().orEarlier(until);
        bell.await(tokens.isStopped() ? next.orEarlier(concurrency.in(STEP_AFTER_STOP)) : next);
        if (observation.isTickDue()) {
            observation.tick();
        }
    }

    /** Limits for what follows a stop. */
    void startSaving() {
        patience.startSaving(concurrency.nanoTime());
    }

    /** The waiting for something new begins. */
    void restartPatience() {
        patience.restart(concurrency.nanoTime());
    }

    /** Whether the storage has been still for too long. */
    boolean isPatienceExhausted() {
        return isGivenUp() || patience.isExhausted(concurrency.nanoTime(), progress());
    }

    /**
     * Work before the rip begins: a stop ends the waiting at once.
     *
     * @throws RipEndedException at a stop; a thread that does not return then is given up
     */
    <T extends @Nullable Object> T prepare(RoleWorker worker, RoleWorker.Work<T> work)
            throws IOException, RipEndedException {
        var done = awaitReturn(worker, work, () -> false);
        if (done == null) {
            throw new IllegalStateException("nobody was to give up waiting");
        }
        return done.value();
    }

    /**
     * The same on the storage, which may take as long as something moves there.
     *
     * @throws RipEndedException also where nothing has moved for half a minute
     */
    <T extends @Nullable Object> T prepareStorage(RoleWorker syncer, RoleWorker.Work<T> work)
            throws IOException, RipEndedException {
        var done = awaitReturn(syncer, work, untilStill(Patience.PREPARE_STILL));
        if (done == null) {
            throw new RipEndedException(
                    RipOutcome.DESTINATION_FAILED,
                    folder
                            + " does not answer: nothing has moved there for half a minute; try"
                            + " again when that disk or share is back.");
        }
        return done.value();
    }

    /**
     * The same where the storage is not needed yet.
     *
     * @return empty where nothing has moved there for a while; the thread is given up
     */
    <T> Optional<T> lookAhead(RoleWorker lookout, RoleWorker.Work<T> work)
            throws IOException, RipEndedException {
        var done = awaitReturn(lookout, work, untilStill(Patience.AHEAD_STILL));
        return done == null ? Optional.empty() : Optional.of(done.value());
    }

    /** Does nothing for a while; a stop ends that, and the rip. */
    void rest(Duration length) throws RipEndedException {
        var until = concurrency.in(length);
        while (!until.hasPassed(concurrency.nanoTime())) {
            checkStop();
            step(until);
        }
    }

    long nanoTime() {
        return concurrency.nanoTime();
    }

    private BooleanSupplier untilStill(Duration still) {
        var stillness = new Patience(concurrency.nanoTime(), still);
        return () ->
                stillness.isExhausted(
                        concurrency.nanoTime(),
                        progress.before(place) + observation.readBackBytes());
    }

    /** Null where it was still for too long. */
    private <T extends @Nullable Object> RoleWorker.@Nullable Pending<T> awaitReturn(
            RoleWorker worker, RoleWorker.Work<T> work, BooleanSupplier isStillTooLong)
            throws RipEndedException {
        checkStop();
        var pending = worker.submit(work);
        while (!worker.isDone(pending)) {
            if (tokens.isStopped()) {
                letReturn(worker);
                checkStop();
            }
            if (isStillTooLong.getAsBoolean()) {
                letReturn(worker);
                return null;
            }
            step();
        }
        checkStop();
        return pending;
    }

    private void checkStop() throws RipEndedException {
        if (tokens.isStopped()) {
            throw new RipEndedException(
                    RipOutcome.STOPPED, "Stopped before the first byte was read.");
        }
    }

    /**
     * Work on the storage that may take as long as it makes progress.
     *
     * @return empty where patience ran out; the thread in the call is given up, and nobody waits
     *     for the storage any more
     */
    <T> Optional<T> finish(RoleWorker worker, RoleWorker.Work<T> work) throws IOException {
        restartPatience();
        while (worker.isBusy()) {
            if (isStillTooLong(worker)) {
                return Optional.empty();
            }
            step();
        }
        if (isGivenUp()) {
            return Optional.empty();
        }
        var pending = worker.submit(work);
        while (!worker.isDone(pending)) {
            if (isStillTooLong(worker)) {
                return Optional.empty();
            }
            step();
        }
        return Optional.of(pending.value());
    }

    /**
     * Work that nobody depends on: waited for a moment, then left alone.
     *
     * @return false where it could not begin, since the worker is stuck for good
     */
    boolean tryBriefly(RoleWorker worker, RoleWorker.Work<Boolean> work) {
        if (worker.isBusy() && !worker.abandon()) {
            return false;
        }
        var pending = worker.submit(work);
        letReturn(worker, concurrency.in(isGivenUp() ? LAST_COURTESY : COURTESY));
        if (worker.isDone(pending)) {
            try {
                var _ = pending.value();
            } catch (IOException problem) {
                observation.notice(String.valueOf(problem.getMessage()));
            }
        }
        return true;
    }

    /**
     * Waits a moment for a role to come back by itself; gives it up where it does not. Where the
     * storage was given up, all were told so at once: they share one moment, or each call that
     * hangs would hold up the verdict.
     */
    void letReturn(RoleWorker worker) {
        if (isGivenUp() && allReturnBy.isNever()) {
            allReturnBy = concurrency.in(LAST_COURTESY);
        }
        letReturn(worker, isGivenUp() ? allReturnBy : concurrency.in(COURTESY));
    }

    private void letReturn(RoleWorker worker, Deadline until) {
        while (worker.isBusy() && !until.hasPassed(concurrency.nanoTime())) {
            step(until);
        }
        var _ = worker.abandon();
    }

    private boolean isGivenUp() {
        return tokens.giveUp().isStopped();
    }

    private boolean isStillTooLong(RoleWorker worker) {
        if (tokens.isStopped()) {
            startSaving();
        }
        if (!isPatienceExhausted()) {
            return false;
        }
        tokens.giveUp().stop();
        letReturn(worker);
        return true;
    }

    /** Any number that changes when our bytes or the device's counters do. */
    private long progress() {
        Streaming s = streaming;
        if (s == null) {
            return observation.readBackBytes();
        }
        return progress.number(s, observation.readBackBytes());
    }
}
