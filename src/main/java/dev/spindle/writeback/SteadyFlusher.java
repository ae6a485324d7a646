package dev.spindle.writeback;

import dev.spindle.os.OsException;
import dev.spindle.range.ByteRange;
import dev.spindle.run.Activity;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.LeaseClosedException;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/**
 * The flusher of a steady pipeline: takes chunk after chunk, kicks at most one ahead, confirms and
 * evicts. Runs from the first write to the end of a round, and for itself: the writer waits for the
 * budget only.
 */
final class SteadyFlusher implements RoleWorker.Work<Boolean> {
    /** What fills no chunk is confirmed all the same after this time: a few bytes at the end. */
    static final Duration MOST_AGE = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger("spindle.writeback");

    private final Concurrency concurrency;
    private final RangeLedger ledger;
    private final SteadyState state;
    private final ChunkController controller;
    private final ChunkObserver observer;
    private final StopToken stop;
    private volatile long chunkBytes;
    private @Nullable ByteRange ahead;
    private long aheadKickedNanos;
    private long lastEndNanos;

    SteadyFlusher(PipelineParts parts, SteadyState state, ChunkController controller) {
        this.concurrency = parts.concurrency();
        this.ledger = parts.ledger();
        this.observer = parts.observer();
        this.stop = parts.stop();
        this.state = state;
        this.controller = controller;
        this.chunkBytes = controller.chunkBytes();
    }

    /** The size of chunks now. Safe for all threads. */
    long chunkBytes() {
        return chunkBytes;
    }

    /** Works until all is confirmed and the writer has finished, or a stop. */
    @Override
    public Boolean run(RoleWorker.Lease lease) throws LeaseClosedException {
        ahead = null;
        while (true) {
            var kicked = ahead;
            ahead = null;
            long kickedNanos = aheadKickedNanos;
            var chunk = kicked != null ? kicked : awaitChunk(lease);
            if (chunk == null) {
                return true;
            }
            if (kicked == null) {
                kickedNanos = kick(chunk, lease);
            }
            kickAhead(chunk, lease);
            confirm(chunk, kickedNanos, lease);
        }
    }

    /** The next chunk; null at the end of the round or at a stop. */
    private @Nullable ByteRange awaitChunk(RoleWorker.Lease lease) throws LeaseClosedException {
        lease.enter(Activity.IDLE);
        while (isReady()) {
            var chunk = ledger.unconfirmedFrom(0, chunkBytes);
            if (chunk.isPresent()) {
                return chunk.get();
            }
            if (state.isFinishing()) {
                return null;
            }
        }
        return null;
    }

    /** Waits until there is something for it; false at a stop. */
    private boolean isReady() {
        Gate gate = state.gate();
        return gate.await(this::hasSome, Deadline.never(), stop) != Gate.Outcome.STOPPED
                && gate.await(this::hasEnough, concurrency.in(MOST_AGE), stop)
                        != Gate.Outcome.STOPPED;
    }

    private boolean hasSome() {
        return !state.isHeld() && (ledger.unconfirmedBytes() > 0 || state.isFinishing());
    }

    private boolean hasEnough() {
        return state.isUrgent() || ledger.unconfirmedBytes() >= chunkBytes;
    }

    /** Returns when it began. */
    private long kick(ByteRange chunk, RoleWorker.Lease lease) throws LeaseClosedException {
        var calls = state.calls();
        long startNanos = concurrency.nanoTime();
        if (calls.kicks()) {
            lease.enter(Activity.KICKING);
            try {
                calls.kick(chunk);
            } catch (OsException problem) {
                failed(calls, ledger.callBegins(chunk), problem);
            }
        }
        return startNanos;
    }

    /** The one behind the chunk goes on its way, so that the device has no gap between them. */
    private void kickAhead(ByteRange chunk, RoleWorker.Lease lease) throws LeaseClosedException {
        if (!state.calls().kicks() || state.isHeld()) {
            return;
        }
        var next = ledger.unconfirmedFrom(chunk.endBytes(), chunkBytes);
        if (next.isPresent() && (state.isUrgent() || next.get().lengthBytes() >= chunkBytes)) {
            aheadKickedNanos = kick(next.get(), lease);
            ahead = next.get();
        }
    }

    private void confirm(ByteRange chunk, long kickedNanos, RoleWorker.Lease lease)
            throws LeaseClosedException {
        var calls = state.calls();
        lease.enter(Activity.CONFIRMING);
        var written = state.takeWritten();
        long openBytes = ledger.unconfirmedBytes();
        var call = calls.confirmsAll() ? ledger.beginBarrier() : ledger.callBegins(chunk);
        long startNanos = concurrency.nanoTime();
        try {
            calls.confirm(chunk);
        } catch (OsException problem) {
            failed(calls, call, problem);
            return;
        } catch (RuntimeException fault) {
            // Barriers wait for open calls: a fault of our own must not leave one.
            ledger.callSaidNothing(call);
            throw fault;
        }
        ledger.callConfirmed(call);
        long endNanos = concurrency.nanoTime();
        var timing =
                calls.mechanism() == Mechanism.DIRECT
                        ? written
                        : new ChunkTiming(
                                calls.confirmsAll() ? openBytes : chunk.lengthBytes(),
                                endNanos - startNanos,
                                endNanos - Math.max(kickedNanos, lastEndNanos));
        lastEndNanos = endNanos;
        controller.waited(timing);
        chunkBytes = controller.chunkBytes();
        observer.chunkConfirmed(chunk, timing.waitNanos());
        tidy(calls, chunk, lease);
    }

    /** An error names the file: what was kicked ahead is lost as well. */
    private void failed(MechanismCalls calls, OpenCall call, OsException problem) {
        if (SteadyState.isRefusal(problem)
                && state.fallBack(calls, String.valueOf(problem.getMessage()))) {
            ledger.callSaidNothing(call);
            return;
        }
        ahead = null;
        LOG.error("the storage lost a write: {}", problem.getMessage());
        ledger.callFailed(call, problem);
    }

    private void tidy(MechanismCalls calls, ByteRange chunk, RoleWorker.Lease lease)
            throws LeaseClosedException {
        if (state.isHeld()) {
            return;
        }
        lease.enter(Activity.EVICTING);
        try {
            calls.evict(isLast() ? upToWholeMiB(chunk) : chunk);
            if (!state.isProven()) {
                var objection = calls.objection(chunk);
                if (objection.isEmpty() || !state.fallBack(calls, objection.get())) {
                    state.proven(calls);
                }
            }
        } catch (OsException problem) {
            // Nothing is lost by it: pages only stay in memory a little longer.
            LOG.warn("a chunk stays in the page cache: {}", problem.getMessage());
        }
    }

    private boolean isLast() {
        return state.isFinishing() && ledger.unconfirmedBytes() == 0;
    }

    private static ByteRange upToWholeMiB(ByteRange chunk) {
        long mib = 1L << 20;
        return new ByteRange(chunk.startBytes(), (chunk.endBytes() + mib - 1) / mib * mib);
    }
}
