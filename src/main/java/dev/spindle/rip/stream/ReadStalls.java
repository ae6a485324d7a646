package dev.spindle.rip.stream;

import dev.spindle.drive.ReadOutcome;
import dev.spindle.timeline.ReadExpectation;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.StallBook;

/** Judges the reader's commands and waits. One owner, the reader. */
final class ReadStalls {
    private static final String READER = "reader";

    private final StallReporter reporter;
    private final ReadExpectation expectation = new ReadExpectation();

    ReadStalls(StallReporter reporter) {
        this.reporter = reporter;
    }

    void commandEnded(long lba, int bytes, long startNanos, long endNanos, ReadOutcome outcome) {
        long nanos = endNanos - startNanos;
        if (outcome instanceof ReadOutcome.Good) {
            long excess = expectation.excessNanos(nanos, bytes);
            if (excess >= StallBook.STALL_NANOS) {
                reporter.stalled(READER, endNanos - excess, endNanos, Side.DRIVE, "slow sectors");
            }
        } else if (nanos >= StallBook.STALL_NANOS) {
            reporter.stalled(READER, startNanos, endNanos, Side.DRIVE, cause(outcome, lba));
        }
    }

    /** Another copy of the disc was read, which lies on some storage. */
    void copyRead(long startNanos, long endNanos) {
        if (endNanos - startNanos >= StallBook.STALL_NANOS) {
            reporter.stalled(
                    READER,
                    startNanos,
                    endNanos,
                    Side.STORAGE,
                    "the image that is merged was slow to read");
        }
    }

    /** The disc stood still on purpose, before bad sectors are tried again. */
    void rested(long startNanos, long endNanos) {
        if (endNanos - startNanos >= StallBook.STALL_NANOS) {
            reporter.stalled(
                    READER,
                    startNanos,
                    endNanos,
                    Side.DRIVE,
                    "a rest for the disc, before bad sectors are tried again");
        }
    }

    void ringWaitEnded(long startNanos, long endNanos, Ring.Holder holder) {
        if (endNanos - startNanos < StallBook.STALL_NANOS) {
            return;
        }
        switch (holder) {
            case WRITER ->
                    reporter.stalled(
                            READER,
                            startNanos,
                            endNanos,
                            Side.STORAGE,
                            "the drive waited: the destination did not keep up");
            case HASHER ->
                    reporter.stalled(
                            READER,
                            startNanos,
                            endNanos,
                            Side.SELF,
                            "the drive waited: hashing did not keep up");
        }
    }

    private static String cause(ReadOutcome outcome, long lba) {
        return switch (outcome) {
            case ReadOutcome.MediumError _, ReadOutcome.ShortTransfer _, ReadOutcome.Good _ ->
                    "unreadable sectors at LBA " + lba;
            case ReadOutcome.NotReady _ -> "the drive was not ready";
            case ReadOutcome.Changed _ -> "the disc was changed";
            case ReadOutcome.Protected _ -> "the drive refused";
            case ReadOutcome.Gone _ -> "the drive was gone";
            case ReadOutcome.Fault _ -> "the drive failed at LBA " + lba;
        };
    }
}
