package dev.spindle.writeback;

import dev.spindle.os.OsException;
import dev.spindle.range.ByteRange;
import dev.spindle.run.Activity;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The policy {@code steady} (src/docs/writeback.md): a write begins when unconfirmed bytes and its
 * own fit into the device's budget; the flusher confirms chunk after chunk meanwhile.
 */
final class SteadyPipeline implements Pipeline {
    private final Concurrency concurrency;
    private final RoleWorker flusher;
    private final SteadyFlusher work;
    private final SteadyState state;
    private final RangeLedger ledger;
    private final DeviceBudgets.Share budget;
    private final String path;
    private final StopToken stop;
    private final GatherLimit gathered = new GatherLimit();
    private RoleWorker.@Nullable Pending<Boolean> flushing;

    SteadyPipeline(
            PipelineParts parts,
            String path,
            SteadyState state,
            DeviceBudgets.Share budget,
            ChunkController controller) {
        this.concurrency = parts.concurrency();
        this.flusher = parts.flusher();
        this.state = state;
        this.ledger = parts.ledger();
        this.budget = budget;
        this.path = path;
        this.stop = parts.stop();
        this.work = new SteadyFlusher(parts, state, controller, budget);
        ledger.onSettled(this::settled);
    }

    private void settled() {
        budget.settled();
        state.gate().update(() -> {});
    }

    @Override
    public void write(List<ByteBuffer> from, long startBytes, RoleWorker.Lease writer)
            throws IOException {
        beginFlushing();
        var range = ByteRange.at(startBytes, remaining(from));
        awaitBudget(range.lengthBytes(), writer);
        try {
            ledger.writeBegins(range);
            WholeWrite.gather(
                    from,
                    startBytes,
                    path,
                    (rest, offsetBytes) -> timedWrite(rest, offsetBytes, writer));
            ledger.writeReturned(range);
        } finally {
            budget.ended();
        }
    }

    @Override
    public long mostBytes() {
        return state.calls().gathers() ? Math.min(gathered.bytes(), budget.limitBytes() / 2) : 0;
    }

    private void beginFlushing() throws IOException {
        var running = flushing;
        if (running != null && flusher.isDone(running)) {
            var _ = running.value();
            running = null;
        }
        if (running == null && !stop.isStopped()) {
            state.finishing(false);
            flushing = flusher.submit(this::flush);
        }
    }

    private Boolean flush(RoleWorker.Lease lease) throws IOException {
        try {
            return work.run(lease);
        } catch (RuntimeException | Error fault) {
            // The writer may be waiting for what nobody confirms any more.
            state.failed();
            budget.settled();
            throw fault;
        }
    }

    private void awaitBudget(long bytes, RoleWorker.Lease writer) throws IOException {
        if (budget.tryBegin(bytes)) {
            return;
        }
        writer.enter(Activity.WAITING_FOR_BUDGET);
        state.writerWaits(true);
        try {
            if (budget.awaitBegin(bytes, state::hasFailed, stop) != Gate.Outcome.MET) {
                throw new WritebackStoppedException();
            }
        } finally {
            state.writerWaits(false);
        }
    }

    private int timedWrite(List<ByteBuffer> rest, long offsetBytes, RoleWorker.Lease writer)
            throws IOException {
        writer.enter(Activity.WRITING, remaining(rest));
        long beginNanos = concurrency.nanoTime();
        int taken = writeSome(rest, offsetBytes);
        long elapsedNanos = concurrency.nanoTime() - beginNanos;
        gathered.took(taken, elapsedNanos);
        state.wrote(Math.max(0, taken), elapsedNanos);
        return taken;
    }

    private static long remaining(List<ByteBuffer> buffers) {
        return buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    }

    /** One call, by the next mechanism where this one is refused. */
    private int writeSome(List<ByteBuffer> rest, long offsetBytes) throws OsException {
        while (true) {
            var calls = state.calls();
            try {
                return calls.write(rest, offsetBytes);
            } catch (OsException problem) {
                if (!SteadyState.isRefusal(problem)
                        || !state.fallBack(calls, String.valueOf(problem.getMessage()))) {
                    throw problem;
                }
            }
        }
    }

    /** Waits until the flusher has confirmed range after range. */
    @Override
    public void finish(RoleWorker.Lease writer) throws IOException {
        var running = flushing;
        if (running == null) {
            return;
        }
        writer.enter(Activity.WAITING_FOR_FLUSHER);
        state.finishing(true);
        var _ = flusher.await(running, Deadline.never(), stop);
        if (!flusher.isDone(running)) {
            throw new WritebackStoppedException();
        }
        flushing = null;
        var _ = running.value();
    }

    @Override
    public void hold(boolean isHeld) {
        state.hold(isHeld);
    }

    @Override
    public void close() {
        budget.close();
        state.close();
    }

    @Override
    public PolicyStatus status() {
        return new PolicyStatus(
                "steady",
                state.calls().mechanism().text(),
                work.chunkBytes(),
                budget.limitBytes(),
                false,
                state.reason());
    }
}
