package dev.spindle.ui.common;

import java.util.function.Consumer;

/** Does work that may block away from the interface thread, and tells its end on that thread. */
@FunctionalInterface
public interface Background {
    /** Work that may block and may fail. */
    @FunctionalInterface
    interface Work<T> {
        T get() throws Exception;
    }

    /**
     * Starts the work; exactly one of both consumers is called, on the interface thread.
     *
     * @param role what the thread is for
     */
    <T> void run(String role, Work<T> work, Consumer<T> done, Consumer<Exception> failed);
}
