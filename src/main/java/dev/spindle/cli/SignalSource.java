package dev.spindle.cli;

/** Where requests of the operating system come from. */
interface SignalSource {
    /**
     * From now on calls {@code stop} at each request, each on a thread of its own. Where that is
     * impossible, does nothing.
     */
    void onStop(Runnable stop);

    /** The same for requests to be content with what was read. */
    void onGoodEnough(Runnable goodEnough);
}
