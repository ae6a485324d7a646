package dev.spindle.run;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A request to stop: one way, seen by every thread that holds the token. Safe for all threads.
 *
 * <p>Stopping never interrupts a thread; it wakes those that wait in a {@link Gate}.
 */
public final class StopToken {
    private static final StopToken NEVER = new StopToken(false);

    private final boolean stoppable;
    private final List<Runnable> wakers = new CopyOnWriteArrayList<>();
    private volatile boolean stopped;

    public StopToken() {
        this(true);
    }

    private StopToken(boolean stoppable) {
        this.stoppable = stoppable;
    }

    /** A token that is never stopped. */
    public static StopToken never() {
        return NEVER;
    }

    public boolean isStopped() {
        return stopped;
    }

    /** Stops; a second call does nothing more. */
    public void stop() {
        if (!stoppable) {
            throw new IllegalStateException("this token can't be stopped");
        }
        stopped = true;
        wakers.forEach(Runnable::run);
    }

    /** Calls the waker at a stop until the registration is closed; wakers may be called late. */
    Registration onStop(Runnable waker) {
        if (!stoppable) {
            return () -> {};
        }
        wakers.add(waker);
        return () -> wakers.remove(waker);
    }

    /** Ends a registration. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
