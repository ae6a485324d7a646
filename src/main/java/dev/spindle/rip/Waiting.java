package dev.spindle.rip;

import dev.spindle.drive.ReadOutcome;
import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.range.DurationText;
import dev.spindle.run.Activity;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.RoleWorker;
import dev.spindle.timeline.Side;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Waits, for as long as the user allows, until what ended a round has passed: a full destination
 * has room again, or the same disc is back. For the conductor.
 */
final class Waiting {
    /** So often it is looked whether there is room, or the disc. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    /** Less room than this is not worth another round. */
    private static final long LEAST_ROOM_BYTES = 16L << 20;

    /** So often in a row, with nothing read between, a drive may say that it was reset. */
    private static final int MOST_RESETS = 5;

    private static final Reason FULL =
            new Reason(
                    "The destination is full; waiting for room",
                    Side.STORAGE,
                    "the destination was full");

    /** What is left of a quota no system call tells without rights: it is tried again. */
    private static final Reason QUOTA =
            new Reason(
                    "Your quota on the destination is used up; waiting for room",
                    Side.STORAGE,
                    "the quota on the destination was used up");

    private static final Reason DISC_GONE =
            new Reason(
                    "The disc is gone; waiting for it to come back",
                    Side.DRIVE,
                    "the disc was gone");

    private final Concurrency concurrency;
    private final Storage storage;
    private final Prepared prepared;
    private final Streaming streaming;
    private final Roles roles;
    private final RipTokens tokens;
    private final Watch watch;
    private final Observation observation;
    private long leftNanos;
    private long finishedAtReset;
    private int resets;

    Waiting(
            RipServices services,
            Duration patience,
            Prepared prepared,
            Streaming streaming,
            Roles roles,
            RipTokens tokens,
            Watch watch,
            Observation observation) {
        this.concurrency = services.concurrency();
        this.storage = services.storage();
        this.leftNanos = patience.toNanos();
        this.prepared = prepared;
        this.streaming = streaming;
        this.roles = roles;
        this.tokens = tokens;
        this.watch = watch;
        this.observation = observation;
    }

    /** Why nothing goes on, for the notice and for the bill. */
    private record Reason(String notice, Side side, String cause) {}

    /** Something to look for now and then. */
    @FunctionalInterface
    private interface Look {
        boolean isThere() throws IOException;
    }

    /**
     * Waits if that may help.
     *
     * @param writeFailure the write that ended the round, if one did
     * @return whether another round makes sense
     */
    boolean helps(TransferEnd end, Optional<OsException> writeFailure) throws IOException {
        if (tokens.isStopped() || tokens.giveUp().isStopped()) {
            return false;
        }
        if (wasOnlyReset(end)) {
            return true;
        }
        if (leftNanos <= 0) {
            return false;
        }
        if (end instanceof TransferEnd.StorageFailed
                && writeFailure.filter(problem -> problem.errno().meansFull()).isPresent()) {
            return writeFailure.get().errno() == Errno.EDQUOT
                    ? await(QUOTA, this::hasRoom)
                    : await(FULL, this::hasRoom);
        }
        // A staged image that can't be read is no disc that could come back.
        return prepared.staged().isEmpty()
                && end instanceof TransferEnd.DriveFailed(var outcome)
                && mayPass(outcome)
                && await(DISC_GONE, this::isDiscBackOrSpare);
    }

    /**
     * A drive that was reset says that its disc may have changed: whether it did is seen at once,
     * and costs nobody's patience. A drive that does nothing else is not believed for ever.
     */
    private boolean wasOnlyReset(TransferEnd end) throws IOException {
        boolean mayBeSame =
                end instanceof TransferEnd.DriveFailed(var outcome)
                        && outcome instanceof ReadOutcome.Changed;
        long finished = streaming.maps().counts().finishedBytes();
        if (finished != finishedAtReset) {
            finishedAtReset = finished;
            resets = 0;
        }
        return mayBeSame && ++resets <= MOST_RESETS && isSameDisc();
    }

    private static boolean mayPass(ReadOutcome outcome) {
        return outcome instanceof ReadOutcome.Gone
                || outcome instanceof ReadOutcome.NotReady
                || outcome instanceof ReadOutcome.Changed;
    }

    private boolean await(Reason reason, Look look) throws IOException {
        long startNanos = concurrency.nanoTime();
        var deadline = Deadline.at(startNanos + leftNanos);
        try {
            while (!tokens.isStopped() && !deadline.hasPassed(concurrency.nanoTime())) {
                observation.notice(
                        reason.notice
                                + ", "
                                + DurationText.formatNanos(
                                        deadline.remainingNanos(concurrency.nanoTime()))
                                + " more");
                pause(deadline.orEarlier(concurrency.in(BETWEEN_LOOKS)));
                if (!tokens.isStopped() && look.isThere()) {
                    observation.notice("");
                    return true;
                }
            }
            return false;
        } finally {
            long now = concurrency.nanoTime();
            leftNanos -= now - startNanos;
            observation
                    .stallReporter()
                    .stalled("reader", startNanos, now, reason.side, reason.cause);
        }
    }

    private void pause(Deadline until) {
        while (!until.hasPassed(concurrency.nanoTime()) && !tokens.isStopped()) {
            watch.step(until);
        }
    }

    private boolean hasRoom() throws IOException {
        long open =
                Math.max(streaming.maps().counts().openBytes(), streaming.fill().due().sizeBytes());
        var free =
                watch.finish(
                        roles.syncer(),
                        syncer -> {
                            syncer.enter(Activity.FILING);
                            return storage.fileSystem(prepared.files().folder()).freeBytes();
                        });
        return free.filter(bytes -> bytes >= Math.min(open, LEAST_ROOM_BYTES)).isPresent();
    }

    /** Nobody waits for a disc of which nothing more is wanted: the next round ends at once. */
    private boolean isDiscBackOrSpare() throws IOException {
        return !streaming.maps().hasMore() || isSameDisc();
    }

    /** Another disc in the same drive is not gone on with. */
    private boolean isSameDisc() throws IOException {
        RoleWorker reader = roles.reader();
        if (reader.isBusy()) {
            return false;
        }
        var looking =
                reader.submit(lease -> {
                    lease.enter(Activity.READING);
                    return SameDisc.isIn(prepared.drive(), prepared.disc(), watch.stopToken());
                });
        while (!reader.isDone(looking) && !tokens.isStopped()) {
            watch.step();
        }
        return reader.isDone(looking) && looking.value();
    }
}
