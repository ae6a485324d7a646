package dev.spindle.rip;

import dev.spindle.os.OsException;
import dev.spindle.range.RangeSet;
import dev.spindle.rip.stream.WriteRetry;
import dev.spindle.writeback.RangeLedger;

import java.time.Duration;
import java.util.Optional;

/**
 * Counts how often in a row the storage loses the same bytes, and so tells how long it is left
 * alone before they are written again, and when that has no sense any more. One owner, the
 * conductor.
 */
final class LossCount {
    /**
     * So often in a row the same bytes may be lost. With the pauses between it is half a minute, as
     * long as a write call that fails is repeated: what lasts longer does not pass by itself. The
     * barriers alone don't tell it: where the wait for a chunk takes the error, they see none.
     */
    private static final int MOST_REPEATS = 12;

    /** A share whose server is away is waited for longer. */
    private static final int MOST_AWAY = WriteRetry.TRIES_OF_ONE_AWAY;

    /** A storage that loses again what it was just given is not asked again at once. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(3200);

    private final RangeLedger ledger;

    /** Lost once and not durable since. */
    private final RangeSet lostBefore = new RangeSet();

    private int repeats;
    private int awayRepeats;

    /** Errors of a destination that was full, and was waited for. */
    private long errorsWaitedFor;

    LossCount(RangeLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * These bytes were lost.
     *
     * @param failed whether the storage lost them; else it was only that the file was opened anew
     */
    void add(RangeSet lost, boolean failed) {
        lostBefore.removeAll(ledger.durable());
        boolean isRepeated = !lost.intersection(lostBefore).isEmpty();
        lostBefore.addAll(lost);
        if (!failed) {
            return;
        }
        if (!isRepeated) {
            beginAnew();
        } else if (lastError().filter(error -> error.errno().meansAway()).isPresent()) {
            awayRepeats++;
        } else {
            repeats++;
        }
    }

    /** How long the storage is left alone now. */
    Duration pause() {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(repeats + awayRepeats, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Why the storage can't be expected to keep them next time; empty where it can. */
    Optional<String> lastingFailure() {
        if (repeats < MOST_REPEATS && awayRepeats < MOST_AWAY) {
            return Optional.empty();
        }
        return lastError()
                .map(error -> String.valueOf(error.getMessage()))
                .or(() -> Optional.of("the storage loses the same bytes again and again"));
    }

    /**
     * A share says only at a sync that it is full; repeating that makes no room.
     *
     * @return empty where the latest error is another one, or was waited for
     */
    Optional<OsException> full() {
        var status = ledger.status();
        return status.failing() && status.errors() > errorsWaitedFor
                ? lastError().filter(problem -> problem.errno().meansFull())
                : Optional.empty();
    }

    /** There may be room now. */
    void waited() {
        errorsWaitedFor = ledger.status().errors();
        beginAnew();
    }

    private void beginAnew() {
        repeats = 0;
        awayRepeats = 0;
    }

    private Optional<OsException> lastError() {
        return ledger.status().lastErrorOfCall();
    }
}
