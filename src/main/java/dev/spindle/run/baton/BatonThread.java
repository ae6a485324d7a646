package dev.spindle.run.baton;

import dev.spindle.run.Deadline;
import dev.spindle.run.StopToken;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One thread of a simulation; touched only by the thread that holds the baton. */
final class BatonThread {
    /** Unwinds a thread whose simulation has ended; role code must let it pass. */
    static final class SimulationOver extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final String role;
    private final Semaphore baton = new Semaphore(0);
    private final @Nullable Thread thread;
    private final @Nullable Runnable body;
    private final @Nullable Consumer<BatonThread> onEnd;
    private @Nullable Wait wait;
    private @Nullable Throwable failure;
    private @Nullable RuntimeException handedOver;
    private boolean started;
    private volatile boolean done;
    private volatile boolean ending;

    private record Wait(String gate, BooleanSupplier condition, Deadline until, StopToken stop) {}

    BatonThread(String role, Runnable body, Consumer<BatonThread> onEnd) {
        this.role = role;
        this.body = body;
        this.onEnd = onEnd;
        // Handing the baton on is what a simulation does most: a virtual thread costs no futex.
        this.thread = Thread.ofVirtual().name(role).unstarted(this::live);
    }

    private BatonThread() {
        this.role = "main";
        this.body = null;
        this.onEnd = null;
        this.thread = null;
        this.started = true;
    }

    /** The thread that calls for the simulation. */
    static BatonThread main() {
        return new BatonThread();
    }

    /**
     * Runs the simulation's body on a thread of the same kind as the others, so that handing the
     * baton to it is as cheap; what it throws comes out here.
     */
    static void runAndWait(Runnable body) {
        var run = new FutureTask<Void>(body, null);
        Thread.ofVirtual().name("main").start(run);
        try {
            run.get();
        } catch (ExecutionException problem) {
            if (problem.getCause() instanceof Error error) {
                throw error;
            }
            // A Runnable throws nothing else.
            throw (RuntimeException) problem.getCause();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("a simulation was interrupted", interruption);
        }
    }

    String role() {
        return role;
    }

    boolean isDone() {
        return done;
    }

    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    void waitFor(String gate, BooleanSupplier condition, Deadline until, StopToken stop) {
        wait = new Wait(gate, condition, until, stop);
    }

    void waitIsOver() {
        wait = null;
    }

    boolean canRun(long nowNanos) {
        Wait w = wait;
        return w == null
                || w.condition.getAsBoolean()
                || w.stop.isStopped()
                || w.until.hasPassed(nowNanos);
    }

    Deadline deadline() {
        return wait == null ? Deadline.never() : wait.until;
    }

    void resume() {
        if (!started && thread != null) {
            started = true;
            thread.start();
        } else {
            baton.release();
        }
    }

    void sleepUntilResumed() {
        baton.acquireUninterruptibly();
        if (ending) {
            throw new SimulationOver();
        }
        throwIfFailed();
    }

    void throwIfFailed() {
        if (handedOver != null) {
            throw handedOver;
        }
    }

    /** Makes the thread's next step throw. */
    void fail(RuntimeException problem) {
        handedOver = problem;
    }

    /** Unwinds the thread and waits until it is gone. */
    void end() {
        if (!started || thread == null) {
            return;
        }
        ending = true;
        baton.release();
        try {
            thread.join();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private void live() {
        try {
            if (body != null) {
                body.run();
            }
        } catch (SimulationOver _) {
            // ended on purpose
        } catch (RuntimeException | Error problem) {
            failure = problem;
        }
        done = true;
        if (onEnd != null && !ending) {
            onEnd.accept(this);
        }
    }

    @Override
    public String toString() {
        return role + (wait == null ? " can run" : " waits at " + wait.gate);
    }
}
