package dev.spindle.rip.stream;

import dev.spindle.run.Activity;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Puts what a drive reads into buffers of the ring, and hands them on. One owner, a reader. */
final class SlotFiller {
    /** A partly filled buffer is handed on after this long, so that little hangs with a drive. */
    private static final long HAND_ON_NANOS = Duration.ofMillis(250).toNanos();

    private final Concurrency concurrency;
    private final Ring ring;
    private final StopToken stop;
    private final Waited waited;
    private @Nullable Slot slot;
    private long slotSinceNanos;

    /** Hears of a wait for a free buffer that has ended. */
    @FunctionalInterface
    interface Waited {
        /** It was from then to then, on the clock of the rip, and for him. */
        void ended(long startNanos, long endNanos, Ring.Holder holder);
    }

    SlotFiller(Concurrency concurrency, Ring ring, StopToken stop, Waited waited) {
        this.concurrency = concurrency;
        this.ring = ring;
        this.stop = stop;
        this.waited = waited;
    }

    /** The buffer that the bytes go into; empty where a stop ended the wait for one. */
    Optional<Slot> slotFor(long position, int bytes, RoleWorker.Lease lease) throws IOException {
        Slot current = slot;
        if (current != null && current.continuesAt(position, bytes)) {
            return Optional.of(current);
        }
        handOn(lease);
        var free = ring.tryTake();
        while (free.isEmpty()) {
            lease.enter(Activity.WAITING_FOR_RING);
            long startNanos = concurrency.nanoTime();
            var holder = ring.holder();
            var outcome = ring.awaitFree(stop);
            waited.ended(startNanos, concurrency.nanoTime(), holder);
            if (outcome != Gate.Outcome.MET) {
                return Optional.empty();
            }
            free = ring.tryTake();
        }
        slot = free.get();
        slotSinceNanos = concurrency.nanoTime();
        free.get().startAt(position);
        return free;
    }

    /** So many bytes were read into the buffer. */
    void good(Slot target, int bytes, RoleWorker.Lease lease) {
        target.filled(bytes);
        if (target.holds(ring.grainBytes())
                || concurrency.nanoTime() - slotSinceNanos >= HAND_ON_NANOS) {
            handOn(lease);
        }
    }

    /** Gives the buffer in work to the writer. */
    void handOn(RoleWorker.Lease lease) {
        Slot current = slot;
        slot = null;
        if (current == null || !lease.isOpen()) {
            return;
        }
        if (current.isEmpty()) {
            ring.giveBack(current);
        } else {
            ring.publish(current);
        }
    }
}
