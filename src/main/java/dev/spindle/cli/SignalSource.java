package dev.spindle.cli;

/** Where requests of the operating system to stop come from. */
@FunctionalInterface
interface SignalSource {
    /**
     * From now on calls {@code stop} at each request, each on a thread of its own. Where that is
     * impossible, does nothing.
     */
    void onStop(Runnable stop);
}
