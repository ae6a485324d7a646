package dev.spindle.writeback;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Optional;

/**
 * Which bytes of the output file were written, which reached the device, and which are durable.
 *
 * <p>An error of writing back names the file, not the range: the kernel tells it once, on whichever
 * call comes next. So one error takes everything outside the durable set back to "not tried", voids
 * the barrier in progress, and lasts until a whole barrier succeeds.
 *
 * <p>Safe for all threads; all state lies behind one gate.
 */
public final class RangeLedger {
    private final Gate gate;
    private final RangeSet written;
    private final RangeSet confirmed;
    private final RangeSet durable;
    private final RangeSet lost = new RangeSet();
    private final RangeSet touchedSinceBarrier = new RangeSet();

    /** Ranges in write calls that have not returned. */
    private final RangeSet beingWritten = new RangeSet();

    /** What of those an error was reported meanwhile for: their pages may be the lost ones. */
    private final RangeSet doubtful = new RangeSet();

    private long peakUnconfirmedBytes;
    private long waitsBegun;
    private long waitsEnded;
    private long errors;
    private boolean failing;
    private @Nullable IOException lastError;

    /**
     * Opens a ledger.
     *
     * @param alreadyDurable what an earlier run left on the device
     */
    public RangeLedger(Concurrency concurrency, RangeSet alreadyDurable) {
        this.gate = concurrency.gate("range ledger");
        this.written = alreadyDurable.copy();
        this.confirmed = alreadyDurable.copy();
        this.durable = alreadyDurable.copy();
    }

    /**
     * What the ledger says at one moment.
     *
     * @param errors how often the storage reported a lost write
     * @param failing whether no barrier has succeeded since the last one
     */
    public record Status(
            long writtenBytes,
            long confirmedBytes,
            long durableBytes,
            long unconfirmedBytes,
            long peakUnconfirmedBytes,
            long errors,
            boolean failing,
            Optional<IOException> lastError) {}

    /** What was written when a barrier began; only this can become durable by it. */
    public record Barrier(RangeSet written, long errors) {}

    public Status status() {
        return gate.read(() ->
                new Status(
                        written.sizeBytes(),
                        confirmed.sizeBytes(),
                        durable.sizeBytes(),
                        written.sizeBytes() - confirmed.sizeBytes(),
                        peakUnconfirmedBytes,
                        errors,
                        failing,
                        Optional.ofNullable(lastError)));
    }

    /** A write call begins: whatever was known of the range no longer holds. */
    public void writeBegins(ByteRange range) {
        gate.update(() -> {
            written.remove(range);
            confirmed.remove(range);
            durable.remove(range);
            touchedSinceBarrier.add(range);
            beingWritten.add(range);
            doubtful.remove(range);
        });
    }

    /** That write call has taken the whole range. */
    public void writeReturned(ByteRange range) {
        gate.update(() -> {
            beingWritten.remove(range);
            if (!doubtful.intersection(range).isEmpty()) {
                doubtful.remove(range);
                lost.add(range);
                return;
            }
            written.add(range);
            peakUnconfirmedBytes =
                    Math.max(peakUnconfirmedBytes, written.sizeBytes() - confirmed.sizeBytes());
        });
    }

    /** A call begins that may be the one to hear of an error. */
    public void waitBegins() {
        gate.update(() -> waitsBegun++);
    }

    /** That call ended well, and the range's pages have reached the device. */
    public void waitConfirmed(ByteRange range) {
        gate.update(() -> {
            waitsEnded++;
            RangeSet arrived = written.intersection(range);
            confirmed.addAll(arrived);
        });
    }

    /** That call ended with nothing to tell about any range. */
    public void waitSaidNothing() {
        gate.update(() -> waitsEnded++);
    }

    /** That call reported that something was lost. */
    public void waitFailed(IOException problem) {
        gate.update(() -> {
            waitsEnded++;
            lose(problem);
        });
    }

    /** Something was lost; which bytes, nobody knows. */
    public void writebackFailed(IOException problem) {
        gate.update(() -> lose(problem));
    }

    /** To be called before the sync call of a barrier. */
    public Barrier beginBarrier() {
        return gate.read(() -> {
            touchedSinceBarrier.clear();
            return new Barrier(written.copy(), errors);
        });
    }

    /**
     * To be called after the sync call has succeeded. Waits for calls under way, because the error
     * of this file may be with one of them.
     *
     * @return the durable set; empty where an error since the beginning makes the barrier void, or
     *     the wait was given up
     */
    public Optional<RangeSet> endBarrier(Barrier barrier, Deadline deadline, StopToken stop) {
        long begun = gate.read(() -> waitsBegun);
        if (gate.await(() -> waitsEnded >= begun, deadline, stop) != Gate.Outcome.MET) {
            return Optional.empty();
        }
        return gate.read(() -> commit(barrier));
    }

    public RangeSet durable() {
        return gate.read(durable::copy);
    }

    /** Hands over, once, what has to be read again. */
    public RangeSet takeLost() {
        return gate.read(() -> {
            var taken = lost.copy();
            lost.clear();
            return taken;
        });
    }

    private Optional<RangeSet> commit(Barrier barrier) {
        if (barrier.errors != errors) {
            return Optional.empty();
        }
        failing = false;
        RangeSet reached = barrier.written.intersection(written);
        reached.removeAll(touchedSinceBarrier);
        durable.addAll(reached);
        confirmed.addAll(reached);
        return Optional.of(durable.copy());
    }

    private void lose(IOException problem) {
        errors++;
        failing = true;
        lastError = problem;
        var gone = written.copy();
        gone.removeAll(durable);
        lost.addAll(gone);
        written.removeAll(gone);
        confirmed.removeAll(gone);
        doubtful.addAll(beingWritten);
    }
}
