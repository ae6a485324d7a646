package dev.spindle.writeback;

import dev.spindle.os.OsException;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What writer and flusher of a steady pipeline know together. Safe for all threads. */
final class SteadyState {
    private static final Logger LOG = LoggerFactory.getLogger("spindle.writeback");

    private final Gate gate;
    private final MechanismChooser chooser;
    private MechanismChooser.Choice choice;
    private boolean isProven;
    private boolean isFinishing;
    private boolean isWriterWaiting;
    private boolean isHeld;
    private boolean isClosed;
    private long wroteBytes;
    private long wroteNanos;
    private volatile boolean hasFailed;

    SteadyState(Concurrency concurrency, MechanismChooser chooser) {
        this.gate = concurrency.gate("steady pipeline");
        this.chooser = chooser;
        this.choice = chooser.first();
        LOG.info(
                "writeback opened: steady, mechanism {}: {}",
                choice.calls().mechanism().text(),
                choice.reason());
    }

    /** Guards this; conditions of its waits may look at everything here and at the ledger. */
    Gate gate() {
        return gate;
    }

    MechanismCalls calls() {
        return gate.read(() -> choice.calls());
    }

    String reason() {
        return gate.read(() -> choice.reason());
    }

    /** Whether a failure means that the mechanism can't be used, and not that bytes were lost. */
    static boolean isRefusal(OsException problem) {
        return problem.errno().meansRefused();
    }

    /**
     * Goes on with the next mechanism, unless another thread has done so meanwhile.
     *
     * @return false where there is none left
     */
    boolean fallBack(MechanismCalls from, String why) {
        return gate.read(() -> {
            if (choice.calls().mechanism() != from.mechanism()) {
                return true;
            }
            var next = chooser.next(from.mechanism(), why);
            if (next.isEmpty()) {
                return false;
            }
            LOG.info(
                    "mechanism changed: {} to {}: {}",
                    from.mechanism().text(),
                    next.get().calls().mechanism().text(),
                    why);
            choice = next.get();
            isProven = false;
            return true;
        });
    }

    /** Whether its first chunk has shown that the mechanism does what it says. */
    boolean isProven() {
        return gate.read(() -> isProven);
    }

    void proven(MechanismCalls calls) {
        gate.update(() -> isProven |= choice.calls().mechanism() == calls.mechanism());
    }

    /** What is unconfirmed is to be confirmed now, also where it fills no chunk. */
    boolean isUrgent() {
        return gate.read(() -> isFinishing || isWriterWaiting);
    }

    boolean isFinishing() {
        return gate.read(() -> isFinishing);
    }

    void finishing(boolean now) {
        gate.update(() -> isFinishing = now);
    }

    void writerWaits(boolean now) {
        gate.update(() -> isWriterWaiting = now);
    }

    /** Nobody will write or finish any more: the flusher ends as soon as its call does. */
    void close() {
        gate.update(() -> isClosed = true);
    }

    boolean isClosed() {
        return gate.read(() -> isClosed);
    }

    /** On a destination that makes no progress nothing new is kicked, and nothing evicted. */
    void hold(boolean now) {
        gate.update(() -> isHeld = now);
    }

    boolean isHeld() {
        return gate.read(() -> isHeld);
    }

    /** A write call has returned: the flusher may have a chunk now. */
    void wrote(long bytes, long nanos) {
        gate.update(() -> {
            wroteBytes += bytes;
            wroteNanos += nanos;
        });
    }

    /** What write calls took since this was last asked, as if it had been a wait for a chunk. */
    ChunkTiming takeWritten() {
        return gate.read(() -> {
            var taken = new ChunkTiming(wroteBytes, wroteNanos, wroteNanos);
            wroteBytes = 0;
            wroteNanos = 0;
            return taken;
        });
    }

    /** The flusher has ended by a fault of our own: nobody confirms any more. */
    void failed() {
        hasFailed = true;
    }

    boolean hasFailed() {
        return hasFailed;
    }
}
