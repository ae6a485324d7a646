package dev.spindle.run;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/**
 * A role that makes blocking calls for others, one at a time, on a thread of its own.
 *
 * <p>A call that outlives its limit keeps its thread: that thread is abandoned and counted, at most
 * one for each worker, and the next call gets a fresh one. When the old one returns it finds its
 * {@link Lease} closed and must make no further call.
 *
 * <p>One thread calls {@link #call}; the counts may be read by all.
 */
public final class RoleWorker {
    private static final int MOST_ABANDONED = 1;

    private final Concurrency concurrency;
    private final TimeLedger ledger;
    private final Gate gate;
    private @Nullable Lease current;
    private int generations;
    private int abandoned;
    private boolean closed;

    public RoleWorker(Concurrency concurrency, String role) {
        this.concurrency = concurrency;
        this.ledger = new TimeLedger(concurrency, role);
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

    /** Whether a call is under way, waited for or not. */
    public boolean isBusy() {
        return gate.read(() -> current != null && current.job != null);
    }

    /**
     * Runs the work on the role's thread and waits for it.
     *
     * <p>STOPPED leaves the call under way; the next call waits until it has returned.
     */
    public <T extends @Nullable Object> CallResult<T> call(
            Work<T> work, Deadline limit, StopToken stop) {
        var job = new Job<T>(work);
        var free = gate.await(() -> current == null || current.job == null, limit, stop);
        if (free != Gate.Outcome.MET) {
            return free == Gate.Outcome.STOPPED ? new CallResult.Stopped<>() : timedOut();
        }
        gate.update(() -> submit(job));
        return switch (gate.await(() -> job.isDone(), limit, stop)) {
            case MET -> job.result();
            case STOPPED -> new CallResult.Stopped<>();
            case TIMED_OUT -> timedOut();
        };
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

    private void submit(Job<?> job) {
        if (closed) {
            throw new IllegalStateException(ledger.role() + " is closed");
        }
        if (current == null) {
            current = new Lease(++generations);
            start(current);
        }
        current.job = job;
    }

    private void start(Lease lease) {
        var _ = concurrency.start(ledger.role(), () -> serve(lease));
    }

    private <T extends @Nullable Object> CallResult<T> timedOut() {
        gate.update(() -> {
            if (current != null && current.job != null && abandoned < MOST_ABANDONED) {
                current.open = false;
                current.abandoned = true;
                current = null;
                abandoned++;
            }
        });
        return new CallResult.TimedOut<>();
    }

    private void serve(Lease lease) {
        while (true) {
            var outcome =
                    gate.await(
                            () -> lease.job != null || !lease.open,
                            Deadline.never(),
                            StopToken.never());
            Job<?> job = gate.read(() -> lease.job);
            if (outcome != Gate.Outcome.MET || job == null) {
                return;
            }
            long startNanos = concurrency.nanoTime();
            job.run(lease);
            long nanos = concurrency.nanoTime() - startNanos;
            gate.update(() -> finish(lease, job, nanos));
        }
    }

    private void finish(Lease lease, Job<?> job, long nanos) {
        job.elapsedNanos = nanos;
        job.done = true;
        lease.job = null;
        if (lease.abandoned) {
            abandoned--;
        } else {
            ledger.enter(Activity.IDLE);
        }
    }

    /** One thread's hold of the role; closed when the thread is abandoned or the worker closed. */
    public final class Lease {
        private final int generation;
        private boolean open = true;
        private boolean abandoned;
        private @Nullable Job<?> job;

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
         * Books what the thread does next.
         *
         * @throws LeaseClosedException if the thread was abandoned: it must make no further call
         */
        public void enter(Activity activity) throws LeaseClosedException {
            if (!isOpen()) {
                throw new LeaseClosedException(ledger.role(), generation);
            }
            ledger.enter(activity);
        }
    }

    private static final class Job<T extends @Nullable Object> {
        private final Work<T> work;
        private @Nullable T value;
        private @Nullable IOException problem;
        private @Nullable RuntimeException fault;
        private long elapsedNanos;
        private boolean done;

        Job(Work<T> work) {
            this.work = work;
        }

        void run(RoleWorker.Lease lease) {
            try {
                value = work.run(lease);
            } catch (IOException failed) {
                problem = failed;
            } catch (RuntimeException failed) {
                fault = failed;
            }
        }

        boolean isDone() {
            return done;
        }

        @SuppressWarnings("NullAway") // T itself says whether the value may be null
        CallResult<T> result() {
            if (fault != null) {
                throw fault;
            }
            return problem != null
                    ? new CallResult.Failed<>(problem, elapsedNanos)
                    : new CallResult.Returned<>(value, elapsedNanos);
        }
    }
}
