package dev.spindle.run;

import org.jspecify.annotations.Nullable;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A simulated concurrency that also hands the baton on after each look at guarded state. */
final class RestlessConcurrency implements Concurrency {
    private final Concurrency baton;
    private int insideGates;

    RestlessConcurrency(Concurrency baton) {
        this.baton = baton;
    }

    @Override
    public long nanoTime() {
        return baton.nanoTime();
    }

    @Override
    public RoleThread start(String role, Runnable body) {
        return baton.start(role, body);
    }

    @Override
    public Gate gate(String name) {
        Gate gate = baton.gate(name);
        return new Gate() {
            @Override
            public void update(Runnable change) {
                gate.update(() -> {
                    insideGates++;
                    try {
                        change.run();
                    } finally {
                        insideGates--;
                    }
                });
            }

            @Override
            public <T extends @Nullable Object> T read(Supplier<T> view) {
                insideGates++;
                T seen;
                try {
                    seen = gate.read(view);
                } finally {
                    insideGates--;
                }
                if (insideGates == 0) {
                    gate.await(() -> true, Deadline.never(), StopToken.never());
                }
                return seen;
            }

            @Override
            public Outcome await(BooleanSupplier condition, Deadline deadline, StopToken stop) {
                return gate.await(condition, deadline, stop);
            }
        };
    }
}
