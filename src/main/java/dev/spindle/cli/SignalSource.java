package dev.spindle.cli;

/** Where requests of the operating system to stop come from. */
@FunctionalInterface
interface SignalSource {
    /**
     * From now on calls {@code stop} at each request, on whatever thread it comes; it must not
     * block. Where that is impossible, does nothing.
     */
    void onStop(Runnable stop);
}
