package dev.spindle.rip.verify;

import dev.spindle.os.Storage;
import dev.spindle.run.CallResult;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Reads a rip back on a worker of its own. */
public final class FileVerification implements Verification {
    /** After a stop a call that does not return is given up this soon, as in a rip. */
    private static final Duration STILL = Duration.ofMillis(500);

    private final Concurrency concurrency;
    private final RoleWorker worker;
    private final StopToken stop;
    private final VerifyWork work;
    private final RoleWorker.Pending<VerifyReport> pending;
    private @Nullable Deadline giveUp;
    private @Nullable CallResult<VerifyReport> result;

    private FileVerification(Concurrency concurrency, StopToken stop, VerifyWork work) {
        this.concurrency = concurrency;
        this.stop = stop;
        this.work = work;
        this.worker = new RoleWorker(concurrency, "syncer");
        this.pending = worker.submit(work::run);
    }

    /**
     * Starts.
     *
     * @param named absolute path of the image or another file of its rip
     */
    public static Verification start(Concurrency concurrency, Storage storage, String named) {
        return start(concurrency, storage, named, _ -> Optional.empty());
    }

    /**
     * Starts.
     *
     * @param named absolute path of the image or another file of its rip
     * @param other gives what reads it where it is no image; asked on the worker's thread
     */
    public static Verification start(
            Concurrency concurrency,
            Storage storage,
            String named,
            Function<StopToken, Optional<VerifyWork>> other) {
        return start(
                concurrency,
                stop ->
                        new EitherWork(
                                () -> other.apply(stop), new VerifyReader(storage, named, stop)));
    }

    /** {@code work} makes what reads, which ends soon after the token is stopped. */
    private static Verification start(
            Concurrency concurrency, Function<StopToken, VerifyWork> work) {
        var stop = new StopToken();
        return new FileVerification(concurrency, stop, work.apply(stop));
    }

    @Override
    public boolean awaitEnd(Deadline deadline) {
        if (result == null) {
            var seen = worker.await(pending, deadline, StopToken.never());
            if (!(seen instanceof CallResult.TimedOut) || isGivenUp()) {
                result = seen;
                worker.close();
            }
        }
        return result != null;
    }

    private boolean isGivenUp() {
        if (!stop.isStopped()) {
            return false;
        }
        if (giveUp == null) {
            giveUp = concurrency.in(STILL);
        }
        if (!giveUp.hasPassed(concurrency.nanoTime())) {
            return false;
        }
        work.abandon();
        var _ = worker.abandon();
        return true;
    }

    @Override
    public long readBytes() {
        return work.readBytes();
    }

    @Override
    public long totalBytes() {
        return work.totalBytes();
    }

    @Override
    public void stop() {
        stop.stop();
    }

    @Override
    public VerifyReport report() throws IOException {
        return switch (result) {
            case null -> throw new IllegalStateException("it has not ended");
            case CallResult.Returned<VerifyReport> returned -> returned.value();
            case CallResult.Failed<VerifyReport> failed -> throw failed.problem();
            case CallResult.TimedOut<VerifyReport> _, CallResult.Stopped<VerifyReport> _ ->
                    work.stopped();
        };
    }
}
