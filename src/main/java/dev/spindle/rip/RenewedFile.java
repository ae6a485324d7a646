package dev.spindle.rip;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.range.RangeSet;
import dev.spindle.run.RoleWorker;

import java.io.IOException;
import java.util.Optional;

/**
 * The output file of a share, opened anew once it has failed, and why that may end the writing. The
 * syncer opens it; the conductor asks what came of that.
 */
final class RenewedFile {
    private final Renewal renewal;
    private final Prepared prepared;
    private final Streaming streaming;
    private final boolean helps;

    /** As many write calls had failed when the file was opened anew; told by the syncer. */
    private volatile long writesThen;

    /** As many errors there had been then, the exchange's own included; told by the syncer. */
    private volatile long errorsThen;

    /** Whether what was written has no name any more; told by the syncer. */
    private volatile boolean displaced;

    /** Why no more may be written; told by the syncer. */
    private volatile Optional<String> refusal = Optional.empty();

    RenewedFile(Renewal renewal, Prepared prepared, Streaming streaming) {
        this.renewal = renewal;
        this.prepared = prepared;
        this.streaming = streaming;
        this.helps = Renewal.helpsOn(prepared.destination().kind());
    }

    /** Whether a write call failed since the file was opened, where opening it anew may help. */
    boolean isWaitedForByWriter() {
        return helps && streaming.writer().repeatedWrites() > writesThen;
    }

    /** Whether the file failed since it was opened; what only the exchange lost is no failure. */
    boolean hasFailedSince() {
        return streaming.ledger().status().errors() > errorsThen;
    }

    /** Why nothing more may be written to the file, though it could be; empty where it may. */
    Optional<String> refusal() {
        return refusal;
    }

    /** Whether nobody can go on with what was written. */
    boolean isDisplaced() {
        return displaced;
    }

    /**
     * For the syncer: opens the file anew if that is due, and returns what counts as lost by it.
     */
    RangeSet renewIfDue(RoleWorker.Lease syncer) throws IOException {
        boolean isDue = helps && (hasFailedSince() || isWaitedForByWriter());
        return isDue ? renew(syncer) : new RangeSet();
    }

    private RangeSet renew(RoleWorker.Lease syncer) throws IOException {
        var ledger = streaming.ledger();
        long failedWrites = streaming.writer().repeatedWrites();
        IOException problem = problem();
        Runnable lose =
                () -> {
                    ledger.allMayBeLost(problem);
                    errorsThen = ledger.status().errors();
                };
        var ranges = ledger.durable().ranges();
        long endBytes = ranges.isEmpty() ? 0 : ranges.getLast().endBytes();
        return switch (renewal.run(syncer, endBytes, lose)) {
            case Renewal.Result.Renewed _ -> {
                writesThen = failedWrites;
                yield ledger.takeLost();
            }
            case Renewal.Result.NotYet _ -> new RangeSet();
            case Renewal.Result.Refused(String why, boolean isElsewhere) -> {
                displaced = isElsewhere;
                refusal = Optional.of(why);
                yield new RangeSet();
            }
        };
    }

    private IOException problem() {
        var status = streaming.ledger().status();
        return status.lastError()
                .filter(_ -> status.failing())
                .orElseGet(() -> new OsException(Errno.EIO, "write", prepared.part().path()));
    }
}
