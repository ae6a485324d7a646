package dev.spindle.rip.stream;

import dev.spindle.drive.ReadOutcome;
import dev.spindle.timeline.ReadExpectation;
import dev.spindle.timeline.Restart;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.StallBook;

import java.util.OptionalLong;

/**
 * Judges the reader's commands and waits. What a drive needs to go on after it was kept waiting is
 * billed to whoever kept it. One owner, the reader.
 */
final class ReadStalls {
    private static final String READER = "reader";

    private final StallReporter reporter;
    private final ReadExpectation expectation = new ReadExpectation();
    private final ShortWaits forWriter = new ShortWaits();
    private final ShortWaits forHasher = new ShortWaits();
    private Kept kept = Kept.NOT;
    private long layerBreakLba = -1;
    private int sectorBytes = 1;

    /** The drive had nothing to do, because of somebody. */
    private record Kept(long nanos, Side side, String cause) {
        static final Kept NOT = new Kept(0, Side.DRIVE, "");

        Kept orLonger(Kept other) {
            return other.nanos > nanos ? other : this;
        }
    }

    ReadStalls(StallReporter reporter) {
        this.reporter = reporter;
    }

    /**
     * What is known of the disc beforehand.
     *
     * @param breakLba the first sector of the second layer, where the disc has one
     */
    void disc(OptionalLong breakLba, int bytesOfASector) {
        layerBreakLba = breakLba.orElse(-1);
        sectorBytes = bytesOfASector;
    }

    void commandEnded(long lba, int bytes, long startNanos, long endNanos, ReadOutcome outcome) {
        var before = kept;
        kept = Kept.NOT;
        if (outcome instanceof ReadOutcome.Good) {
            long excess = expectation.excessNanos(endNanos - startNanos, bytes);
            good(excess - layerJumpNanos(lba, bytes), endNanos, before);
        } else if (endNanos - startNanos >= StallBook.STALL_NANOS) {
            reporter.stalled(READER, startNanos, endNanos, Side.DRIVE, cause(outcome, lba));
        }
    }

    private void good(long excessNanos, long endNanos, Kept before) {
        if (excessNanos < StallBook.STALL_NANOS) {
            return;
        }
        boolean isRestart = Restart.explains(excessNanos, before.nanos);
        reporter.stalled(
                READER,
                endNanos - excessNanos,
                endNanos,
                isRestart ? before.side : Side.DRIVE,
                isRestart ? before.cause : StallBook.SLOW_SECTORS);
    }

    /** Where the second layer begins, the laser has to find it: no disc is to blame for that. */
    private long layerJumpNanos(long lba, int bytes) {
        boolean crosses = lba <= layerBreakLba && layerBreakLba <= lba + bytes / sectorBytes;
        return crosses ? Restart.SEEK_NANOS : 0;
    }

    /** The drive was made ready for a command: if that took long, it has found its place. */
    void prepared(long startNanos, long endNanos) {
        if (endNanos - startNanos >= StallBook.STALL_NANOS) {
            kept = Kept.NOT;
        }
    }

    /** The user let the drive rest. */
    void paused(long startNanos, long endNanos) {
        kept =
                kept.orLonger(
                        new Kept(
                                endNanos - startNanos, Side.USER, StallBook.RESTART + "the pause"));
    }

    /** Another copy of the disc was read, which lies on some storage. */
    void copyRead(long startNanos, long endNanos) {
        if (endNanos - startNanos >= StallBook.STALL_NANOS) {
            reporter.stalled(READER, startNanos, endNanos, Side.STORAGE, StallBook.OTHER_COPY_SLOW);
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
        switch (holder) {
            case WRITER ->
                    waited(
                            startNanos,
                            endNanos,
                            forWriter,
                            Side.STORAGE,
                            StallBook.RING_FULL,
                            StallBook.RESTART + "it had waited for the destination");
            case HASHER ->
                    waited(
                            startNanos,
                            endNanos,
                            forHasher,
                            Side.SELF,
                            "the drive waited: hashing did not keep up",
                            StallBook.RESTART + "it had waited for hashing");
        }
    }

    private void waited(
            long start,
            long end,
            ShortWaits shorter,
            Side side,
            String cause,
            String causeAfterwards) {
        kept = kept.orLonger(new Kept(end - start, side, causeAfterwards));
        if (end - start >= StallBook.STALL_NANOS) {
            reporter.stalled(READER, start, end, side, cause);
            return;
        }
        var together = shorter.add(start, end);
        if (!together.isEmpty()) {
            reporter.waitedOften(READER, together, side, cause);
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
