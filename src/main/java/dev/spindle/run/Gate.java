package dev.spindle.run;

import org.jspecify.annotations.Nullable;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Guards a piece of state that several threads look at, and lets them wait for a change of it.
 *
 * <p>State behind a gate is touched only inside {@link #update}, {@link #read} or an awaited
 * condition. None of these may block or call another gate's {@link #await}.
 */
public interface Gate {
    /** How a wait ended. */
    enum Outcome {
        MET,
        TIMED_OUT,
        STOPPED
    }

    /** Changes the guarded state and wakes all who wait here. */
    void update(Runnable change);

    /** Looks at the guarded state. */
    <T extends @Nullable Object> T read(Supplier<T> view);

    /**
     * Waits until the condition holds, the deadline passes or the token is stopped. A condition
     * that holds wins over a stop.
     */
    Outcome await(BooleanSupplier condition, Deadline deadline, StopToken stop);

    /** Waits for time alone: ends as TIMED_OUT or STOPPED. */
    default Outcome pause(Deadline deadline, StopToken stop) {
        return await(() -> false, deadline, stop);
    }
}
