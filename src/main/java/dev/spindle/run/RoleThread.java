package dev.spindle.run;

import java.util.Optional;

/** A started role thread, as others see it. Safe for all threads. */
public interface RoleThread {
    String role();

    boolean isDone();

    /** What ended the body by surprise: a fault of our own. */
    Optional<Throwable> failure();

    /** Waits for the thread to end. */
    Gate.Outcome awaitDone(Deadline deadline, StopToken stop);
}
