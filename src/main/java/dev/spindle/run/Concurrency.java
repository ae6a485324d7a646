package dev.spindle.run;

import java.time.Duration;

/** The one source of time, gates and threads; the port that is either real or a simulation. */
public interface Concurrency {
    /** Monotonic time in nanoseconds; only differences mean something. */
    long nanoTime();

    /** A new gate; the name stands in reports of simulated deadlocks. */
    Gate gate(String name);

    /** Starts a daemon thread for a role. What the body throws is kept for {@link RoleThread}. */
    RoleThread start(String role, Runnable body);

    /** The moment that lies {@code duration} from now. */
    default Deadline in(Duration duration) {
        return Deadline.at(nanoTime() + duration.toNanos());
    }
}
