package dev.spindle.run;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Time, gates and threads of the machine. Safe for all threads. */
public final class RealConcurrency implements Concurrency {
    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Gate gate(String name) {
        return new RealGate();
    }

    @Override
    public RoleThread start(String role, Runnable body) {
        var started = new Started(role, new RealGate());
        var thread = new Thread(() -> started.run(body), role);
        // Daemons: a thread that hangs in the kernel must not keep the program from ending.
        thread.setDaemon(true);
        thread.start();
        return started;
    }

    private static final class Started implements RoleThread {
        private final String role;
        private final Gate gate;
        private final AtomicReference<Throwable> failure = new AtomicReference<>();
        private boolean done;

        Started(String role, Gate gate) {
            this.role = role;
            this.gate = gate;
        }

        void run(Runnable body) {
            try {
                body.run();
            } catch (RuntimeException | Error problem) {
                failure.set(problem);
            } finally {
                gate.update(() -> done = true);
            }
        }

        @Override
        public String role() {
            return role;
        }

        @Override
        public boolean isDone() {
            return gate.read(() -> done);
        }

        @Override
        public Optional<Throwable> failure() {
            return Optional.ofNullable(failure.get());
        }

        @Override
        public Gate.Outcome awaitDone(Deadline deadline, StopToken stop) {
            return gate.await(() -> done, deadline, stop);
        }
    }
}
