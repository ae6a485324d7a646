package dev.spindle.audio;

import dev.spindle.drive.ReadOutcome;
import dev.spindle.rip.EventQueue;
import dev.spindle.rip.RipEvent;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;
import dev.spindle.run.LedgerSpan;
import dev.spindle.run.StopToken;
import dev.spindle.run.TimeLedger;
import dev.spindle.timeline.ReadExpectation;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;
import dev.spindle.timeline.StallBook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who held up the making of tracks. Of the drive only who sends its commands can judge: the
 * encoder's thread reports those. What the encoder's ledger shows beside is the storage's. The
 * thread that waits for the encoder books; everybody may look.
 */
final class TrackStalls {
    /** How often it is looked at. */
    static final Duration TICK = Duration.ofMillis(100);

    /** A tick this late means that the whole program stood still. */
    private static final long GAP_NANOS = Duration.ofMillis(500).toNanos();

    /**
     * A program packs between us and the storage: what it needs for itself is none of the storage's
     * time, and no second of music takes it this long.
     */
    private static final long PACKING_NANOS = Duration.ofSeconds(1).toNanos();

    private static final String ROLE = "encoder";

    private final Concurrency concurrency;
    private final StallBook book;
    private final Gate gate;
    private final List<Report> reported = new ArrayList<>();
    private final ReadExpectation expectation = new ReadExpectation();
    private volatile long makingSinceNanos = Long.MAX_VALUE;
    private volatile boolean isPacked;
    private volatile List<Stall> latest = List.of();
    private volatile Map<Side, Double> seconds = Map.of();
    private long lastTickNanos = -1;
    private long ticks;

    private record Report(long startNanos, long endNanos, String cause) {}

    /** {@code originNanos} is the start of the rip. */
    TrackStalls(Concurrency concurrency, long originNanos) {
        this.concurrency = concurrency;
        this.book = new StallBook(originNanos);
        this.gate = concurrency.gate("track stalls");
    }

    /** A command to the drive has ended; for the encoder's thread. */
    void command(long startNanos, int bytes, ReadOutcome outcome) {
        long end = concurrency.nanoTime();
        boolean isGood = outcome instanceof ReadOutcome.Good;
        long excess = isGood ? expectation.excessNanos(end - startNanos, bytes) : end - startNanos;
        if (excess >= StallBook.STALL_NANOS) {
            String cause = isGood ? StallBook.SLOW_SECTORS : "sectors that could not be read again";
            var report = new Report(end - excess, end, cause);
            gate.update(() -> reported.add(report));
        }
    }

    /** What the encoder's thread is busy with from now on; for that thread. */
    void phase(Phase next, boolean isByProgram) {
        isPacked = isByProgram;
        makingSinceNanos = next == Phase.MAKING_TRACKS ? concurrency.nanoTime() : Long.MAX_VALUE;
    }

    /** Books what has ended since the last time. */
    void tick(TimeLedger encoder, EventQueue events) {
        long now = concurrency.nanoTime();
        long late = lastTickNanos < 0 ? 0 : now - lastTickNanos - TICK.toNanos();
        if (late >= GAP_NANOS) {
            book.programGap(now - late, now, StallBook.NOT_RUNNING);
        } else if (late >= StallBook.STALL_NANOS) {
            book.hiccup(now - late, now, StallBook.NOT_RUNNING);
        }
        lastTickNanos = now;
        encoder.takeLongSpans().forEach(this::book);
        for (Report report : takeReported()) {
            book.book(ROLE, report.startNanos, report.endNanos, Side.DRIVE, report.cause);
        }
        book.takeFresh().forEach(stall -> events.add(new RipEvent.StallEnded(stall)));
        latest = book.latest();
        seconds = book.stalledSeconds();
        gate.update(() -> ticks++);
    }

    /** Waits until all that has ended so far is booked; for the encoder's thread. */
    void settle(StopToken stop) {
        long seen = gate.read(() -> ticks);
        var _ = gate.await(() -> ticks > seen, concurrency.in(TICK.multipliedBy(3)), stop);
    }

    private List<Report> takeReported() {
        return gate.read(() -> {
            var all = List.copyOf(reported);
            reported.clear();
            return all;
        });
    }

    private void book(LedgerSpan span) {
        boolean isOfProgram = isPacked && span.startNanos() >= makingSinceNanos;
        switch (span.activity()) {
            case SYNCING -> storage(span, 0, "a track was waited for until it was on the device");
            case WRITING ->
                    storage(span, isOfProgram ? PACKING_NANOS : 0, "writing a track was held up");
            case READING_BACK ->
                    storage(span, isOfProgram ? PACKING_NANOS : 0, "a track was slow to read back");
            case READING -> {
                if (span.startNanos() >= makingSinceNanos) {
                    storage(span, 0, "the image was slow to read");
                }
            }
            default -> {}
        }
    }

    private void storage(LedgerSpan span, long leastNanos, String cause) {
        if (span.excessNanos() >= Math.max(leastNanos, StallBook.STALL_NANOS)) {
            long start = span.endNanos() - span.excessNanos();
            book.book(ROLE, start, span.endNanos(), Side.STORAGE, cause);
        }
    }

    /** The latest ones, oldest first. */
    List<Stall> latest() {
        return latest;
    }

    /** Wall time in stalls by side. */
    Map<Side, Double> seconds() {
        return seconds;
    }
}
