package dev.spindle.cli;

import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;
import dev.spindle.run.RoleThread;

/** For commands that must need neither time nor threads. */
final class NoConcurrency implements Concurrency {
    @Override
    public long nanoTime() {
        throw new AssertionError("the time was asked for");
    }

    @Override
    public Gate gate(String name) {
        throw new AssertionError("a gate was asked for: " + name);
    }

    @Override
    public RoleThread start(String role, Runnable body) {
        throw new AssertionError("a thread was asked for: " + role);
    }
}
