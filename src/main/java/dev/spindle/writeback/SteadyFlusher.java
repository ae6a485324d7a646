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

    /** Beyond every file, and far from an overflow. */
    private static final long ALL_BYTES = 1L << 60;

    private static final Logger LOG = LoggerFactory.getLogger("spindle.writeback");

    private final Concurrency concurrency;
    private final RangeLedger ledger;
    private final SteadyState state;
    private final ChunkController controller;
    private final ChunkObserver observer;
    private final DeviceBudgets.Share budget;
    private final WriteWindow window;
    private final StopToken stop;
    private volatile long chunkBytes;
    private @Nullable ByteRange ahead;

    /** The latest failure that was told. */
    private String told = "";

    private long aheadKickedNanos;
    private long lastEndNanos;

    SteadyFlusher(
            PipelineParts parts,
            SteadyState state,
            ChunkController controller,
            DeviceBudgets.Share budget) {
        this.concurrency = parts.concurrency();
        this.ledger = parts.ledger();
        this.observer = parts.observer();
        this.stop = parts.stop();
        this.state = state;
        this.controller = controller;
        this.budget = budget;
        this.chunkBytes = controller.chunkBytes();
        this.window = new WriteWindow(budget.limitBytes(), chunkBytes);
        budget.window(window.bytes());
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
        while (isReady() && !state.isClosed()) {
            var chunk = ledger.unconfirmedFrom(0, mostBytes());
            if (chunk.isPresent()) {
                return chunk.get();
            }
            if (state.isFinishing()) {
                return null;
            }
        }
        return null;
    }

    /** Who can only confirm the whole file takes all there is for a chunk. */
    private long mostBytes() {
        return state.calls().confirmsAll() ? ALL_BYTES : chunkBytes;
    }

    /** Waits until there is something for it; false at a stop. */
    private boolean isReady() {
        Gate gate = state.gate();
        return gate.await(this::hasSome, Deadline.never(), stop) != Gate.Outcome.STOPPED
                && gate.await(this::hasEnough, concurrency.in(MOST_AGE), stop)
                        != Gate.Outcome.STOPPED;
    }

    private boolean hasSome() {
        return state.isClosed()
                || (!state.isHeld() && (ledger.unconfirmedBytes() > 0 || state.isFinishing()));
    }

    private boolean hasEnough() {
        return state.isClosed() || state.isUrgent() || ledger.unconfirmedBytes() >= chunkBytes;
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
        long endNanos = concurrency.nanoTime();
        if (!isBelieved(calls, chunk)) {
            ledger.callSaidNothing(call);
            return;
        }
        ledger.callConfirmed(call);
        long busySinceNanos = Math.max(kickedNanos, lastEndNanos);
        lastEndNanos = endNanos;
        confirmed(
                chunk,
                calls.mechanism() == Mechanism.DIRECT
                        ? written
                        : new ChunkTiming(
                                chunk.lengthBytes(),
                                endNanos - startNanos,
                                endNanos - busySinceNanos));
        evict(calls, chunk, lease);
    }

    private void confirmed(ByteRange chunk, ChunkTiming timing) {
        controller.waited(timing);
        chunkBytes = controller.chunkBytes();
        window.confirmed(chunk.lengthBytes(), chunkBytes);
        budget.window(window.bytes());
        observer.chunkConfirmed(chunk, timing.waitNanos());
    }

    /** The first chunk has to show that the mechanism does what it says. */
    private boolean isBelieved(MechanismCalls calls, ByteRange chunk) {
        if (state.isProven()) {
            return true;
        }
        try {
            var objection = calls.objection(chunk);
            if (objection.isPresent() && state.fallBack(calls, objection.get())) {
                return false;
            }
        } catch (OsException problem) {
            LOG.warn("the page cache can't be looked into: {}", problem.getMessage());
        }
        if (!calls.isUndecided()) {
            state.proven(calls);
        }
        return true;
    }

    /** An error names the file: what was kicked ahead is lost as well. */
    private void failed(MechanismCalls calls, OpenCall call, OsException problem) {
        if (SteadyState.isRefusal(problem)
                && state.fallBack(calls, String.valueOf(problem.getMessage()))) {
            ledger.callSaidNothing(call);
            return;
        }
        ahead = null;
        tell(String.valueOf(problem.getMessage()));
        ledger.callFailed(call, problem);
    }

    /** A storage that fails for a while says the same again and again. */
    private void tell(String problem) {
        if (problem.equals(told)) {
            LOG.debug("the storage lost a write: {}", problem);
        } else {
            LOG.error("the storage lost a write: {}", problem);
        }
        told = problem;
    }

    private void evict(MechanismCalls calls, ByteRange chunk, RoleWorker.Lease lease)
            throws LeaseClosedException {
        if (state.isHeld()) {
            return;
        }
        lease.enter(Activity.EVICTING);
        try {
            calls.evict(isLast() ? upToWholeMiB(chunk) : chunk);
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
