package dev.spindle.writeback;

import dev.spindle.os.OsException;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;
import dev.spindle.run.Activity;
import dev.spindle.run.CallResult;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import java.time.Duration;

/**
 * The calls that kick, confirm and evict, made on the flusher while the writer waits. What they
 * report goes to the ledger on the flusher's thread, so that it is heard also where nobody waits
 * any more.
 */
final class FlusherCalls {
    /** A wait that takes longer degrades the file. */
    static final Duration WAIT_LIMIT = Duration.ofSeconds(30);

    private final Concurrency concurrency;
    private final RoleWorker flusher;
    private final StorageFile file;
    private final RangeLedger ledger;
    private final StopToken stop;

    FlusherCalls(
            Concurrency concurrency,
            RoleWorker flusher,
            StorageFile file,
            RangeLedger ledger,
            StopToken stop) {
        this.concurrency = concurrency;
        this.flusher = flusher;
        this.file = file;
        this.ledger = ledger;
        this.stop = stop;
    }

    CallResult<Boolean> kick(ByteRange chunk) {
        return call(
                chunk,
                Deadline.never(),
                Activity.KICKING,
                call -> {
                    file.startWriteback(chunk);
                    ledger.callSaidNothing(call);
                });
    }

    CallResult<Boolean> awaitWriteback(ByteRange chunk) {
        return call(
                chunk,
                concurrency.in(WAIT_LIMIT),
                Activity.CONFIRMING,
                call -> {
                    file.awaitWriteback(chunk);
                    ledger.callConfirmed(call);
                });
    }

    CallResult<Boolean> dropCache(ByteRange chunk) {
        return flusher.call(
                lease -> {
                    lease.enter(Activity.EVICTING);
                    file.dropCache(chunk);
                    return true;
                },
                Deadline.never(),
                stop);
    }

    @FunctionalInterface
    private interface ReportingCall {
        void make(OpenCall call) throws OsException;
    }

    private CallResult<Boolean> call(
            ByteRange chunk, Deadline limit, Activity activity, ReportingCall reporting) {
        return flusher.call(
                lease -> {
                    lease.enter(activity);
                    var call = ledger.callBegins(chunk);
                    try {
                        reporting.make(call);
                        return true;
                    } catch (OsException problem) {
                        if (problem.errno().meansRefused()) {
                            ledger.callSaidNothing(call);
                        } else {
                            ledger.callFailed(call, problem);
                        }
                        throw problem;
                    } catch (RuntimeException fault) {
                        // Barriers wait for open calls: a fault of our own must not leave one.
                        ledger.callSaidNothing(call);
                        throw fault;
                    }
                },
                limit,
                stop);
    }
}
