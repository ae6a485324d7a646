package dev.spindle.audio;

import dev.spindle.run.CallResult;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.time.Duration;

/**
 * A question to a server, asked by a thread of its own: one that never answers keeps that thread,
 * and nobody waits for it. One thread asks and waits.
 *
 * @param <T> the answer
 */
final class WebQuestion<T> implements AutoCloseable {
    /** So long an answer is waited for, from the question on. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RoleWorker worker;
    private final Deadline deadline;
    private final RoleWorker.Pending<T> pending;

    /** Asks. */
    @FunctionalInterface
    interface Asking<T> {
        T ask() throws IOException;
    }

    WebQuestion(Concurrency concurrency, Asking<T> asking) {
        this.worker = new RoleWorker(concurrency, "lookup");
        this.deadline = concurrency.in(PATIENCE);
        this.pending = worker.submit(_ -> answer(asking));
    }

    /** An address that can't be one is a problem of the network's, not of the album's. */
    private static <T> T answer(Asking<T> asking) throws IOException {
        try {
            return asking.ask();
        } catch (IllegalArgumentException unusable) {
            throw new IOException("the server's address can't be used", unusable);
        }
    }

    /**
     * Waits for the answer. Can be called again.
     *
     * @throws IOException with one sentence for the user where there is none
     * @throws StoppedException after a stop
     */
    T await(StopToken stop) throws IOException {
        return switch (worker.await(pending, deadline, stop)) {
            case CallResult.Returned<T> returned -> returned.value();
            case CallResult.Failed<T> failed -> throw failed.problem();
            case CallResult.Stopped<T> _ -> throw new StoppedException();
            case CallResult.TimedOut<T> _ ->
                    throw new IOException("no answer within " + PATIENCE.toSeconds() + " seconds");
        };
    }

    @Override
    public void close() {
        if (!worker.isDone(pending)) {
            var _ = worker.abandon();
        }
        worker.close();
    }
}
