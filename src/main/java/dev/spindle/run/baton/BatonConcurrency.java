package dev.spindle.run.baton;

import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.RoleThread;
import dev.spindle.run.StopToken;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Real threads of which exactly one runs at a time: the one that holds the baton. It passes the
 * baton on at gates; the seed picks to whom. When nobody can run, time jumps to the next deadline.
 * The same seed and the same program give the same run.
 *
 * <p>A step costs no virtual time; scripted drives and storage let time pass by waiting at a gate.
 */
public final class BatonConcurrency implements Concurrency {
    /** A gate operation hands the baton on with a chance of one in this many. */
    private static final int YIELD_ODDS = 8;

    private static final long START_NANOS = 1_000_000_000L;

    private final SplittableRandom random;
    private final List<BatonThread> threads = new ArrayList<>();
    private final long endNanos;
    private long nowNanos = START_NANOS;
    private BatonThread current;
    private int insideGates;
    private boolean over;

    /**
     * @param seed picks the interleaving
     * @param longest virtual time after which the run is called endless
     */
    public BatonConcurrency(long seed, Duration longest) {
        this.random = new SplittableRandom(seed);
        this.endNanos = START_NANOS + longest.toNanos();
        this.current = BatonThread.main();
        threads.add(current);
    }

    /** A simulation in which nobody can run any more, or which takes too long. */
    public static final class SimulationStuck extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SimulationStuck(String report) {
            super(report);
        }
    }

    /**
     * Runs the simulation: the body's thread is its first. When the body has returned, all threads
     * that are left are ended.
     *
     * @return the roles whose threads had not ended by themselves
     */
    public List<String> run(Runnable body) {
        var left = new ArrayList<String>();
        try {
            BatonThread.runAndWait(body);
        } finally {
            over = true;
            endOthers(left);
        }
        return left;
    }

    /** Nobody runs for so long, as when the machine is suspended; deadlines pass meanwhile. */
    public void suspend(Duration duration) {
        nowNanos += duration.toNanos();
    }

    private void endOthers(List<String> ended) {
        for (BatonThread thread : List.copyOf(threads)) {
            if (thread != current && !thread.isDone()) {
                ended.add(thread.role());
                thread.end();
            }
        }
    }

    @Override
    public long nanoTime() {
        return nowNanos;
    }

    @Override
    public Gate gate(String name) {
        return new BatonGate(name);
    }

    @Override
    public RoleThread start(String role, Runnable body) {
        var thread = new BatonThread(role, body, this::threadEnded);
        threads.add(thread);
        maybeYield();
        return new Started(thread);
    }

    private void threadEnded(BatonThread thread) {
        threads.remove(thread);
        if (!over) {
            passBaton();
        }
    }

    private void maybeYield() {
        // Inside a gate nobody else may see a half-made change, just as with a lock.
        if (!over && insideGates == 0 && random.nextInt(YIELD_ODDS) == 0) {
            switchFrom(current);
        }
    }

    /** Lets another thread run, and returns when the baton is back. */
    private void switchFrom(BatonThread me) {
        BatonThread next = pickOrFail();
        if (next == me) {
            me.throwIfFailed();
        } else {
            current = next;
            next.resume();
            me.sleepUntilResumed();
        }
    }

    private void passBaton() {
        current = pickOrFail();
        current.resume();
    }

    private BatonThread pickOrFail() {
        try {
            return pick();
        } catch (SimulationStuck stuck) {
            // The main thread started all this: it is the one to hear of it, not a role that might
            // take it for a fault of its own.
            BatonThread main = threads.getFirst();
            main.fail(stuck);
            return main;
        }
    }

    private BatonThread pick() {
        while (true) {
            var ready = threads.stream().filter(t -> t.canRun(nowNanos)).toList();
            if (!ready.isEmpty()) {
                return ready.get(random.nextInt(ready.size()));
            }
            Deadline next = Deadline.never();
            for (BatonThread thread : threads) {
                next = next.orEarlier(thread.deadline());
            }
            if (next.remainingNanos(nowNanos) > endNanos - nowNanos) {
                throw new SimulationStuck(report(next.isNever() ? "deadlock" : "endless"));
            }
            nowNanos = next.atNanos();
        }
    }

    private String report(String what) {
        var text = new StringBuilder(what + " at " + Duration.ofNanos(nowNanos));
        threads.forEach(t -> text.append("\n  ").append(t));
        return text.toString();
    }

    private final class BatonGate implements Gate {
        private final String name;

        BatonGate(String name) {
            this.name = name;
        }

        @Override
        public void update(Runnable change) {
            maybeYield();
            insideGates++;
            try {
                change.run();
            } finally {
                insideGates--;
            }
        }

        @Override
        public <T extends @Nullable Object> T read(Supplier<T> view) {
            insideGates++;
            try {
                return view.get();
            } finally {
                insideGates--;
            }
        }

        @Override
        public Outcome await(BooleanSupplier condition, Deadline deadline, StopToken stop) {
            if (over) {
                throw new BatonThread.SimulationOver();
            }
            if (insideGates > 0) {
                throw new IllegalStateException("a wait at " + name + " inside a gate");
            }
            maybeYield();
            BatonThread me = current;
            me.waitFor(name, condition, deadline, stop);
            try {
                switchFrom(me);
            } finally {
                me.waitIsOver();
            }
            if (condition.getAsBoolean()) {
                return Outcome.MET;
            }
            return stop.isStopped() ? Outcome.STOPPED : Outcome.TIMED_OUT;
        }
    }

    private final class Started implements RoleThread {
        private final BatonThread thread;
        private final BatonGate gate;

        Started(BatonThread thread) {
            this.thread = thread;
            this.gate = new BatonGate("end of " + thread.role());
        }

        @Override
        public String role() {
            return thread.role();
        }

        @Override
        public boolean isDone() {
            return thread.isDone();
        }

        @Override
        public java.util.Optional<Throwable> failure() {
            return thread.failure();
        }

        @Override
        public Gate.Outcome awaitDone(Deadline deadline, StopToken stop) {
            return gate.await(thread::isDone, deadline, stop);
        }
    }
}
