package dev.spindle.drive.image;

import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.RoleThread;
import dev.spindle.run.StopToken;

import org.jspecify.annotations.Nullable;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A clock of one thread, whose pauses all end late, as those of a busy machine do. */
final class LateClock implements Concurrency {
    private final long lateNanos;
    private long nowNanos;

    LateClock(long lateNanos) {
        this.lateNanos = lateNanos;
    }

    @Override
    public long nanoTime() {
        return nowNanos;
    }

    @Override
    public RoleThread start(String role, Runnable body) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Gate gate(String name) {
        return new Gate() {
            @Override
            public void update(Runnable change) {
                change.run();
            }

            @Override
            public <T extends @Nullable Object> T read(Supplier<T> view) {
                return view.get();
            }

            @Override
            public Outcome await(BooleanSupplier condition, Deadline deadline, StopToken stop) {
                nowNanos = deadline.atNanos() + lateNanos;
                return Outcome.TIMED_OUT;
            }
        };
    }
}
