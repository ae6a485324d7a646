package dev.spindle.run;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A gate of one lock and one condition. Safe for all threads. */
final class RealGate implements Gate {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    @Override
    public void update(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public <T extends @Nullable Object> T read(Supplier<T> view) {
        lock.lock();
        try {
            return view.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Outcome await(BooleanSupplier condition, Deadline deadline, StopToken stop) {
        if (read(condition::getAsBoolean)) {
            return Outcome.MET;
        }
        boolean interrupted = false;
        try (var _ = stop.onStop(this::wake)) {
            lock.lock();
            try {
                while (true) {
                    if (condition.getAsBoolean()) {
                        return Outcome.MET;
                    }
                    if (stop.isStopped()) {
                        return Outcome.STOPPED;
                    }
                    interrupted |= waitForChange(deadline);
                    if (deadline.hasPassed(System.nanoTime()) && !condition.getAsBoolean()) {
                        return stop.isStopped() ? Outcome.STOPPED : Outcome.TIMED_OUT;
                    }
                }
            } finally {
                lock.unlock();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void wake() {
        update(() -> {});
    }

    /**
     * One wait, ended by a change or the deadline.
     *
     * @return whether the thread was interrupted meanwhile; Spindle itself never does that
     */
    @SuppressWarnings("WaitNotInLoop") // the caller loops
    private boolean waitForChange(Deadline deadline) {
        try {
            if (deadline.isNever()) {
                changed.await();
            } else {
                var _ = changed.awaitNanos(deadline.remainingNanos(System.nanoTime()));
            }
            return false;
        } catch (InterruptedException interruption) {
            return true;
        }
    }
}
