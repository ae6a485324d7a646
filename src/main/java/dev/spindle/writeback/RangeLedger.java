package dev.spindle.writeback;

import dev.spindle.os.OsException;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Which bytes of the output file were written, which reached the device, and which are durable.
 *
 * <p>An error of writing back names the file, not the range: the kernel tells it once, on whichever
 * call comes next. So one error takes everything outside the durable set back to "not tried", voids
 * the calls under way, and lasts until a whole barrier succeeds.
 *
 * <p>Safe for all threads; all state lies behind one gate. There is one writer.
 */
public final class RangeLedger {
    /**
     * When a sync has succeeded, a call that was under way may have taken the file's error an
     * instant before and not told it yet. It gets this many pauses to do so; a call that is silent
     * for longer hangs in the kernel and has not looked at the errors at all. Pauses, because a
     * program that was stopped for a while comes back with all its deadlines passed.
     */
    private static final int GRACE_PAUSES = 10;

    private static final Duration GRACE_PAUSE = Duration.ofSeconds(1);

    private final Concurrency concurrency;
    private final Gate gate;
    private final RangeStates ranges;
    private final Set<OpenCall> openCalls = new LinkedHashSet<>();
    private long errors;
    private long errorsWhenWriteBegan;
    private long barriers;
    private boolean failing;
    private @Nullable IOException lastError;
    private volatile Runnable onSettled = () -> {};

    /**
     * Opens a ledger.
     *
     * @param alreadyDurable what an earlier run left on the device
     */
    public RangeLedger(Concurrency concurrency, RangeSet alreadyDurable) {
        this.concurrency = concurrency;
        this.gate = concurrency.gate("range ledger");
        this.ranges = new RangeStates(alreadyDurable);
    }

    /**
     * What the ledger says at one moment.
     *
     * @param errors how often the storage reported a lost write
     * @param failing whether no barrier has succeeded since the last one
     * @param barriers how many barriers have succeeded
     */
    public record Status(
            long writtenBytes,
            long confirmedBytes,
            long durableBytes,
            long unconfirmedBytes,
            long peakUnconfirmedBytes,
            long errors,
            boolean failing,
            long barriers,
            Optional<IOException> lastError) {
        /** The same where a call has told it: with its errno. */
        public Optional<OsException> lastErrorOfCall() {
            return lastError.filter(OsException.class::isInstance).map(OsException.class::cast);
        }
    }

    public Status status() {
        return gate.read(() ->
                new Status(
                        ranges.written().sizeBytes(),
                        ranges.confirmed().sizeBytes(),
                        ranges.durable().sizeBytes(),
                        ranges.unconfirmedBytes(),
                        ranges.peakUnconfirmedBytes(),
                        errors,
                        failing,
                        barriers,
                        Optional.ofNullable(lastError)));
    }

    /** Has this called, without a lock, each time less may be unconfirmed than before. */
    void onSettled(Runnable listener) {
        onSettled = listener;
    }

    /** How much is written and not confirmed. */
    public long unconfirmedBytes() {
        return gate.read(ranges::unconfirmedBytes);
    }

    /** Whether all of the range reached the device, and no error since says otherwise. */
    public boolean isConfirmed(ByteRange range) {
        return gate.read(() -> ranges.confirmed().containsAll(range));
    }

    /**
     * The first stretch in which something is unconfirmed.
     *
     * @param fromBytes not before this
     * @param mostBytes it is no longer than this; it may hold confirmed bytes too
     */
    Optional<ByteRange> unconfirmedFrom(long fromBytes, long mostBytes) {
        return gate.read(() -> ranges.unconfirmedFrom(fromBytes, mostBytes));
    }

    public RangeSet durable() {
        return gate.read(() -> ranges.durable().copy());
    }

    /** Hands over, once, what has to be read again. */
    public RangeSet takeLost() {
        return gate.read(ranges::takeLost);
    }

    /** Reading back has shown that these are not there, although the storage confirmed them. */
    public void foundMissing(RangeSet missing, IOException problem) {
        gate.update(() -> {
            errors++;
            lastError = problem;
            ranges.lose(missing);
        });
        onSettled.run();
    }

    /** Whether any of the range was lost once. */
    public boolean wasLost(ByteRange range) {
        return gate.read(() -> ranges.wasLost(range));
    }

    /** A write call begins: whatever was known of the range no longer holds. */
    void writeBegins(ByteRange range) {
        gate.update(() -> {
            errorsWhenWriteBegan = errors;
            ranges.unknown(range);
            openCalls.forEach(call -> call.rewritten(range));
        });
    }

    /** That write call has taken the whole range. */
    void writeReturned(ByteRange range) {
        gate.update(() -> {
            if (errors != errorsWhenWriteBegan) {
                // Its first pages may have been written back, and lost, before its last were taken.
                ranges.lose(RangeSet.of(range));
                return;
            }
            ranges.wrote(range);
        });
    }

    /** A kick of the range, or a wait for it, begins. */
    OpenCall callBegins(ByteRange range) {
        return begin(() -> ranges.written().intersection(range));
    }

    /** The call ended well, and its range's pages have reached the device. */
    void callConfirmed(OpenCall call) {
        gate.update(() -> {
            ranges.confirm(call.covered());
            openCalls.remove(call);
        });
        onSettled.run();
    }

    /** The call ended with nothing to tell about any range. */
    void callSaidNothing(OpenCall call) {
        gate.update(() -> openCalls.remove(call));
    }

    /** The call reported that something was lost; which bytes, nobody knows. */
    void callFailed(OpenCall call, IOException problem) {
        gate.update(() -> {
            openCalls.remove(call);
            lose(problem);
        });
        onSettled.run();
    }

    /** The file's descriptions are exchanged: what the old ones had to tell is never heard. */
    public void allMayBeLost(IOException problem) {
        gate.update(() -> lose(problem));
        onSettled.run();
    }

    /** To be called before the sync call of a barrier. */
    OpenCall beginBarrier() {
        return begin(() -> ranges.written().copy());
    }

    /**
     * To be called after the sync call has succeeded. Waits for calls under way, because the error
     * of this file may be with one of them.
     *
     * @return the durable set; empty where an error since the beginning makes the barrier void, or
     *     the wait was stopped
     */
    Optional<RangeSet> endBarrier(OpenCall barrier, StopToken stop) {
        Set<OpenCall> stragglers =
                gate.read(() -> {
                    var others = new LinkedHashSet<>(openCalls);
                    others.remove(barrier);
                    return others;
                });
        var outcome = Gate.Outcome.TIMED_OUT;
        for (int i = 0; i < GRACE_PAUSES && outcome == Gate.Outcome.TIMED_OUT; i++) {
            outcome =
                    gate.await(
                            () ->
                                    barrier.isVoid()
                                            || stragglers.stream().noneMatch(openCalls::contains),
                            concurrency.in(GRACE_PAUSE),
                            stop);
        }
        Optional<RangeSet> reached =
                outcome == Gate.Outcome.STOPPED
                        ? Optional.empty()
                        : gate.read(() -> commit(barrier));
        callSaidNothing(barrier);
        onSettled.run();
        return reached;
    }

    private OpenCall begin(Supplier<RangeSet> covered) {
        return gate.read(() -> {
            var call = new OpenCall(covered.get());
            openCalls.add(call);
            return call;
        });
    }

    private Optional<RangeSet> commit(OpenCall barrier) {
        if (barrier.isVoid()) {
            return Optional.empty();
        }
        failing = false;
        barriers++;
        ranges.commit(barrier.covered());
        return Optional.of(ranges.durable().copy());
    }

    private void lose(IOException problem) {
        errors++;
        failing = true;
        lastError = problem;
        openCalls.forEach(OpenCall::makeVoid);
        ranges.loseAllThatIsNotDurable();
    }
}
