package dev.spindle.run;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * A role that makes blocking calls for others, one at a time, on a thread of its own.
 *
 * <p>A call that outlives its limit keeps its thread: that thread is abandoned and counted, at most
 * one for each worker, and the next call gets a fresh one. When the old one returns it finds its
 * {@link Lease} closed and must make no further call.
 *
 * <p>One thread submits and calls; the counts may be read by all.
 */
public final class RoleWorker {
    private static final int MOST_ABANDONED = 1;

    private final Concurrency concurrency;
    private final TimeLedger ledger;
    private final Gate gate;
    private final Runnable onStart;
    private final Runnable onReturn;
    private final Supplier<OptionalLong> readyNanos;
    private @Nullable Lease current;
    private int generations;
    private int abandoned;
    private boolean closed;

    public RoleWorker(Concurrency concurrency, String role) {
        this(concurrency, role, () -> {});
    }

    /**
     * A worker.
     *
     * @param onReturn called on the role's thread each time its work has returned
     */
    public RoleWorker(Concurrency concurrency, String role, Runnable onReturn) {
        this(concurrency, role, () -> {}, onReturn, OptionalLong::empty);
    }

    /**
     * A worker.
     *
     * @param onStart called first on each thread that the role gets
     * @param onReturn called on the role's thread each time its work has returned
     * @param readyNanos how long the calling thread has been ready so far, while others had the
     *     processors; called on the role's thread at the end of each long span
     */
    public RoleWorker(
            Concurrency concurrency,
            String role,
            Runnable onStart,
            Runnable onReturn,
            Supplier<OptionalLong> readyNanos) {
        this.onStart = onStart;
        this.onReturn = onReturn;
        this.concurrency = concurrency;
        this.ledger = new TimeLedger(concurrency, role);
        this.readyNanos = readyNanos;
        this.gate = concurrency.gate("worker " + role);
    }

    /** A piece of work: blocking calls, each of which checks the lease first. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T run(Lease lease) throws IOException;
    }

    /** The ledger of the role, whichever thread holds it. */
    public TimeLedger ledger() {
        return ledger;
    }

    /** How many threads hang in a call that nobody waits for any more. */
    public int abandoned() {
        return gate.read(() -> abandoned);
    }

    /** Waits until no thread is in a call any more, waited for or not, or the stop. */
    public void awaitReturned(StopToken stop) {
        var _ = gate.await(() -> abandoned == 0 && !isBusyNow(), Deadline.never(), stop);
    }

    /** Whether the work has returned. */
    public boolean isDone(Pending<?> pending) {
        return gate.read(() -> pending.done);
    }

    /** Whether a call is under way, waited for or not. */
    public boolean isBusy() {
        return gate.read(this::isBusyNow);
    }

    /**
     * Gives the work to the role's thread, which must be free.
     *
     * @throws IllegalStateException where a call is under way
     */
    public <T extends @Nullable Object> Pending<T> submit(Work<T> work) {
        var pending = new Pending<T>(work);
        gate.update(() -> accept(pending));
        return pending;
    }

    /**
     * Waits for submitted work. TIMED_OUT and STOPPED leave it under way, so that it can be waited
     * for again.
     */
    public <T extends @Nullable Object> CallResult<T> await(
            Pending<T> pending, Deadline deadline, StopToken stop) {
        return switch (gate.await(() -> pending.done, deadline, stop)) {
            case MET -> pending.result();
            case STOPPED -> new CallResult.Stopped<>();
            case TIMED_OUT -> new CallResult.TimedOut<>();
        };
    }

    /**
     * Runs the work on the role's thread and waits for it; where it outlives the limit, its thread
     * is abandoned.
     *
     * <p>STOPPED leaves the call under way; the next call waits until it has returned.
     */
    public <T extends @Nullable Object> CallResult<T> call(
            Work<T> work, Deadline limit, StopToken stop) {
        switch (gate.await(() -> !isBusyNow(), limit, stop)) {
            case STOPPED -> {
                return new CallResult.Stopped<>();
            }
            case TIMED_OUT -> {
                return new CallResult.TimedOut<>();
            }
            case MET -> {}
        }
        var result = await(submit(work), limit, stop);
        if (result instanceof CallResult.TimedOut) {
            abandon();
        }
        return result;
    }

    /**
     * Gives up the thread that is in a call, so that the next work gets a fresh one.
     *
     * @return false where no call is under way, or one thread was given up already
     */
    public boolean abandon() {
        return gate.read(() -> {
            if (current == null || !isBusyNow() || abandoned >= MOST_ABANDONED) {
                return false;
            }
            current.open = false;
            current.abandoned = true;
            current = null;
            abandoned++;
            return true;
        });
    }

    /** Lets the idle thread end; a thread in a call ends when that returns. */
    public void close() {
        gate.update(() -> {
            closed = true;
            if (current != null) {
                current.open = false;
            }
        });
    }

    private boolean isBusyNow() {
        return current != null && current.work != null;
    }

    private void accept(Pending<?> pending) {
        if (closed || isBusyNow()) {
            throw new IllegalStateException(ledger.role() + (closed ? " is closed" : " is busy"));
        }
        if (current == null) {
            var lease = new Lease(++generations);
            lease.work = pending;
            current = lease;
            var _ = concurrency.start(ledger.role(), () -> serve(lease));
        } else {
            current.work = pending;
        }
    }

    private void serve(Lease lease) {
        onStart.run();
        while (true) {
            var outcome =
                    gate.await(
                            () -> lease.work != null || !lease.open,
                            Deadline.never(),
                            StopToken.never());
            Pending<?> pending = gate.read(() -> lease.work);
            if (outcome != Gate.Outcome.MET || pending == null) {
                return;
            }
            long startNanos = concurrency.nanoTime();
            pending.run(lease);
            long nanos = concurrency.nanoTime() - startNanos;
            OptionalLong ready = readyIfLong();
            gate.update(() -> finish(lease, pending, nanos, ready));
            onReturn.run();
        }
    }

    /** Asked before any gate is entered: it is a call of the system. */
    private OptionalLong readyIfLong() {
        return ledger.isLong() ? readyNanos.get() : OptionalLong.empty();
    }

    private void finish(Lease lease, Pending<?> pending, long nanos, OptionalLong ready) {
        pending.elapsedNanos = nanos;
        pending.done = true;
        lease.work = null;
        if (lease.abandoned) {
            abandoned--;
        }
        // With a successor the role's time is that one's.
        if (!lease.abandoned || current == null) {
            var _ = ledger.enter(Activity.IDLE, 0, ready);
        }
    }

    /** One thread's hold of the role; closed when the thread is abandoned or the worker closed. */
    public final class Lease {
        private final int generation;
        private boolean open = true;
        private boolean abandoned;
        private @Nullable Pending<?> work;

        private Lease(int generation) {
            this.generation = generation;
        }

        /** Which thread of this role it is, from 1. */
        public int generation() {
            return generation;
        }

        public boolean isOpen() {
            return gate.read(() -> open);
        }

        /**
         * To be called before what a blocking call brought is used.
         *
         * @throws LeaseClosedException if the thread was abandoned meanwhile
         */
        public void check() throws LeaseClosedException {
            if (!isOpen()) {
                throw new LeaseClosedException(ledger.role(), generation);
            }
        }

        /**
         * Books what the thread does next.
         *
         * @throws LeaseClosedException if the thread was abandoned: it must make no further call
         */
        public void enter(Activity activity) throws LeaseClosedException {
            enter(activity, 0);
        }

        /**
         * Books what the thread does from now on.
         *
         * @param bytes how large that piece of work is
         * @throws LeaseClosedException if the thread was abandoned: it must make no further call
         */
        public void enter(Activity activity, long bytes) throws LeaseClosedException {
            OptionalLong ready = readyIfLong();
            if (!gate.read(() -> enterIfOpen(activity, bytes, ready))) {
                throw new LeaseClosedException(ledger.role(), generation);
            }
        }

        /** In one step: an abandoned thread must not book into its successor's time. */
        private boolean enterIfOpen(Activity activity, long bytes, OptionalLong ready) {
            if (open) {
                var _ = ledger.enter(activity, bytes, ready);
            }
            return open;
        }
    }

    /** Work that was submitted; {@link #await} tells what came of it. */
    public static final class Pending<T extends @Nullable Object> {
        private final Work<T> work;
        private @Nullable T value;
        private @Nullable IOException problem;
        private @Nullable Throwable fault;
        private long elapsedNanos;
        private boolean done;

        private Pending(Work<T> work) {
            this.work = work;
        }

        private void run(RoleWorker.Lease lease) {
            try {
                value = work.run(lease);
            } catch (IOException failed) {
                problem = failed;
            } catch (RuntimeException | Error failed) {
                // Errors too: the caller must hear of them, and the role must not stay busy.
                fault = failed;
            }
        }

        /**
         * What the work brought, once {@link RoleWorker#isDone} says that it has returned.
         *
         * @throws IOException as the work threw it
         * @throws IllegalStateException where it has not returned
         */
        public T value() throws IOException {
            return switch (result()) {
                case CallResult.Returned<T>(T returned, _) -> returned;
                case CallResult.Failed<T>(IOException failed, _) -> throw failed;
                case CallResult.TimedOut<T> _, CallResult.Stopped<T> _ ->
                        throw new IllegalStateException("the work has not returned");
            };
        }

        @SuppressWarnings("NullAway") // T itself says whether the value may be null
        private CallResult<T> result() {
            if (!done) {
                return new CallResult.TimedOut<>();
            }
            switch (fault) {
                case RuntimeException failed -> throw failed;
                case Error failed -> throw failed;
                case null, default -> {}
            }
            return problem != null
                    ? new CallResult.Failed<>(problem, elapsedNanos)
                    : new CallResult.Returned<>(value, elapsedNanos);
        }
    }
}
