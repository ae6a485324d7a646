package dev.spindle.writeback;

import dev.spindle.os.OsException;
import dev.spindle.os.StorageFile;
import dev.spindle.run.Activity;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.time.Duration;

/**
 * Says when a barrier is due, and makes it, on the syncer. The barrier belongs to the rip: every
 * policy has it.
 */
public final class Barriers {
    /** A barrier is due after this many written bytes, or after the time below. */
    static final long EVERY_BYTES = 256L << 20;

    static final Duration EVERY = Duration.ofSeconds(15);

    private final Concurrency concurrency;
    private final RangeLedger ledger;
    private final BarrierListener listener;
    private Deadline next;
    private long takenAtLastBytes;

    /** Whether the last barrier did not do all it was for; told by the syncer. */
    private volatile boolean owed;

    public Barriers(Concurrency concurrency, RangeLedger ledger, BarrierListener listener) {
        this.concurrency = concurrency;
        this.ledger = ledger;
        this.listener = listener;
        this.next = concurrency.in(EVERY);
    }

    /**
     * Whether a barrier should begin; asked by the conductor.
     *
     * @param takenBytes bytes that write calls have taken since the rip began
     */
    public boolean isDue(long takenBytes) {
        if (takenBytes == takenAtLastBytes && !owed && !ledger.status().failing()) {
            return false;
        }
        return takenBytes - takenAtLastBytes >= EVERY_BYTES
                || next.hasPassed(concurrency.nanoTime());
    }

    /** Books that a barrier begins now; the work then runs on the syncer. */
    public RoleWorker.Work<Boolean> begin(OutputFiles files, long takenBytes, StopToken stop) {
        takenAtLastBytes = takenBytes;
        owed = true;
        next = concurrency.in(EVERY);
        return syncer -> run(files, syncer, stop);
    }

    /**
     * One barrier.
     *
     * @return false where an error voided it, so that nothing became durable
     * @throws IOException where the sync failed or the map could not be saved
     */
    public boolean run(OutputFiles files, RoleWorker.Lease syncer, StopToken stop)
            throws IOException {
        syncer.enter(Activity.SYNCING);
        var barrier = ledger.beginBarrier();
        try {
            for (StorageFile description : files.toSync()) {
                description.syncData();
            }
        } catch (OsException problem) {
            ledger.callFailed(barrier, problem);
            return false;
        } catch (RuntimeException fault) {
            ledger.callSaidNothing(barrier);
            throw fault;
        }
        var durable = ledger.endBarrier(barrier, stop);
        if (durable.isEmpty()) {
            return false;
        }
        listener.durable(durable.get(), syncer);
        owed = false;
        return true;
    }
}
