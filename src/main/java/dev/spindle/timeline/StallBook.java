package dev.spindle.timeline;

import dev.spindle.run.Activity;
import dev.spindle.run.LedgerSpan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Judges stalls: whose each one is, and what its cause is called. Where the program did not run,
 * nobody else is to blame; a drive that waits for a full ring is kept waiting by the storage. What
 * time is billed then is {@link SideBills}'s, what is told of it {@link StallList}'s. One owner,
 * the rip's conductor.
 */
public final class StallBook {
    /** From here on standing still is a stall. */
    public static final long STALL_NANOS = 50_000_000L;

    /** The cause of a read that went well and took longer than the disc's own speed explains. */
    public static final String SLOW_SECTORS = "slow sectors";

    /** The cause of a gap in which the program was stopped, or the machine stood still. */
    public static final String NOT_RUNNING = "the program was not running";

    /** The cause of a gap in which the program was ready to run. */
    public static final String NO_PROCESSOR = "other programs left this one no processor";

    /** The cause of a gap in which the program's own memory was tidied. */
    public static final String COLLECTING = "the program was collecting garbage";

    /** The cause of a moment in which the program did not run, of which no more is known. */
    static final String HELD_UP = "the program was held up for a moment";

    /** The cause of a drive's wait for a buffer that the writer has to free. */
    public static final String RING_FULL = "the drive waited: the destination did not keep up";

    /** The cause of a wait for the image that is merged: it lies on some other storage. */
    public static final String OTHER_COPY_SLOW = "the image that is merged was slow to read";

    /** The cause of a slow read where a staged image plays the drive. */
    public static final String STAGING_SLOW = "the staging folder was slow to read";

    /** Causes on a storage that is not the one that is written to. */
    public static final Set<String> NOT_THE_DESTINATION = Set.of(OTHER_COPY_SLOW, STAGING_SLOW);

    /** How each cause begins of a read that took long as the drive had been kept waiting. */
    public static final String RESTART = "the drive had to find its place again after ";

    private static final String READER = "reader";
    private static final String WRITER = "writer";

    /** A read that comes out of a gap this soon is the first one after it. */
    private static final long AFTER_GAP_NANOS = 500_000_000L;

    private final SideBills bills = new SideBills();
    private final StallList list;
    private final HeldUp heldUp = new HeldUp();

    /**
     * Opens a book.
     *
     * @param originNanos the start of the rip, on the clock of the ledgers
     */
    public StallBook(long originNanos) {
        this.list = new StallList(originNanos);
    }

    /**
     * The whole program stood still: suspended, stopped, or starved.
     *
     * @param cause {@link #NOT_RUNNING}, {@link #NO_PROCESSOR} or {@link #COLLECTING}
     */
    public void programGap(long startNanos, long endNanos, String cause) {
        bills.gap(startNanos, endNanos);
        list.add(BookedStall.of("all", startNanos, endNanos, Side.SELF, cause, Optional.empty()));
    }

    /**
     * The whole program stood still for a moment: a collection of garbage, or a busy computer. Such
     * a moment is told only where it makes up a stall of another side; a longer stall has another
     * reason.
     *
     * @param cause as of {@link #programGap}
     */
    public void hiccup(long startNanos, long endNanos, String cause) {
        heldUp.moment(startNanos, endNanos, cause);
    }

    /**
     * The thread of a role was ready to run, and others had the processors. Told where a stall of
     * that role is booked afterwards: of it this part is ours.
     */
    public void starved(String role, long startNanos, long endNanos) {
        heldUp.starved(role, startNanos, endNanos);
    }

    /** A role was waiting for another one, which was not let run: then neither was the first. */
    public void starvedThrough(String role, String other, long startNanos, long endNanos) {
        heldUp.starved(other)
                .within(startNanos, endNanos)
                .forEach((start, end) -> heldUp.starved(role, start, end));
    }

    /** A role's span of 50 ms or more; spans that its work explains are passed over. */
    public void span(LedgerSpan span, boolean isFlushing) {
        span(span, isFlushing, Optional.empty());
    }

    /** A role's span of 50 ms or more, of which something was seen. */
    public void span(LedgerSpan span, boolean isFlushing, Optional<Evidence> evidence) {
        switch (span.activity()) {
            case WRITING -> storage(span, cause(evidence, "the write call was held up"), evidence);
            case WAITING_FOR_FLUSHER, WAITING_FOR_BUDGET ->
                    storage(
                            span,
                            cause(evidence, "waiting for a chunk to reach the device"),
                            evidence);
            case PAUSED ->
                    book(span.role(), span.startNanos(), span.endNanos(), Side.USER, "paused");
            case SYNCING -> {
                if (isFlushing) {
                    storage(span, "the final sync", evidence);
                }
            }
            case IDLE,
                    READING,
                    WAITING_FOR_RING,
                    WAITING_FOR_DATA,
                    KICKING,
                    CONFIRMING,
                    EVICTING,
                    SAVING,
                    FILING,
                    READING_BACK,
                    HASHING -> {}
        }
    }

    private static String cause(Optional<Evidence> evidence, String otherwise) {
        return evidence.flatMap(Evidence::cause).map(StorageCause::text).orElse(otherwise);
    }

    /** A stall that a role has found itself. */
    public void book(String role, long startNanos, long endNanos, Side side, String cause) {
        book(role, startNanos, endNanos, side, cause, Optional.empty());
    }

    /** A stall that a role has found itself, and of which something was seen. */
    public void book(
            String role,
            long startNanos,
            long endNanos,
            Side side,
            String cause,
            Optional<Evidence> evidence) {
        var seen = evidence.map(Evidence::text);
        // A gap of the program splits it: each piece is judged by itself.
        bills.gaps()
                .outside(startNanos, endNanos)
                .forEach((start, end) -> {
                    if (isOfOthers(side) && heldUp.explains(start, end)) {
                        keep(role, start, end, Side.SELF, heldUp.cause(start, end));
                    } else {
                        let(role, side, start, end)
                                .forEach((from, to) -> {
                                    if (from == startNanos && isOfRead(cause)) {
                                        // One that a gap cuts had begun before: its rest is the
                                        // drive's own.
                                        slowRead(role, from, to, side, cause);
                                    } else {
                                        keep(role, from, to, side, cause, seen);
                                    }
                                });
                    }
                });
    }

    /**
     * Waits of a role that are a stall together only. What was no wait for somebody else, as the
     * program did not run, is left out; of the rest the larger part has it all.
     *
     * @param waits not empty, the oldest first, none overlaps another
     * @param starvedNanos how long whom it waited for was ready meanwhile, and had no processor
     */
    public void bookShort(
            String role,
            List<Wait> waits,
            long starvedNanos,
            Side side,
            String cause,
            Optional<Evidence> evidence) {
        var all = new TimeSpans();
        waits.forEach(wait -> all.add(wait.startNanos(), wait.endNanos()));
        var ours = all.minus(bills.gaps());
        if (ours.nanos() < STALL_NANOS) {
            return;
        }
        long heldUpNanos = ours.nanos() - heldUp.outside(ours).nanos();
        if (isOfOthers(side) && 2 * Math.max(heldUpNanos, starvedNanos) > ours.nanos()) {
            String why = heldUpNanos > starvedNanos ? heldUp.cause(ours) : NO_PROCESSOR;
            keepShort(role, ours, Side.SELF, why, Optional.empty());
        } else {
            keepShort(role, ours, side, cause, evidence.map(Evidence::text));
        }
    }

    private void keepShort(
            String role, TimeSpans waits, Side side, String cause, Optional<String> seen) {
        bills.billShort(side, waits);
        var extent = BookedStall.of(role, waits.startNanos(), waits.endNanos(), side, cause, seen);
        list.add(extent.waiting(waits.nanos()));
    }

    private static boolean isOfOthers(Side side) {
        return side == Side.DRIVE || side == Side.STORAGE;
    }

    /** What of a stall is left where its thread was let run; books the rest as our own. */
    private TimeSpans let(String role, Side side, long startNanos, long endNanos) {
        var whole = TimeSpans.of(startNanos, endNanos);
        if (!isOfOthers(side)) {
            return whole;
        }
        var starved = new TimeSpans();
        starved.addAll(heldUp.starved(role).within(startNanos, endNanos));
        if (role.equals(READER) && side == Side.STORAGE) {
            // A ring that stays full since nobody lets the writer run.
            starved.addAll(heldUp.starved(WRITER).within(startNanos, endNanos));
        }
        var let = whole.minus(starved);
        if (let.nanos() < STALL_NANOS && starved.nanos() > 0) {
            // Of a short one the larger part has it all.
            if (starved.nanos() < let.nanos()) {
                return whole;
            }
            keep(role, startNanos, endNanos, Side.SELF, NO_PROCESSOR);
            return new TimeSpans();
        }
        starved.forEach((start, end) -> keep(role, start, end, Side.SELF, NO_PROCESSOR));
        return let;
    }

    private static boolean isOfRead(String cause) {
        return cause.equals(SLOW_SECTORS) || cause.startsWith(RESTART);
    }

    /** After a time in which the program did not run a drive has to find its place again. */
    private void slowRead(String role, long startNanos, long endNanos, Side side, String cause) {
        long from = startNanos - AFTER_GAP_NANOS;
        long waitedNanos =
                Math.max(
                        bills.gaps().nanosOfLast(from, startNanos),
                        heldUp.nanosOfLast(role, from, startNanos));
        if (Restart.explains(endNanos - startNanos, waitedNanos)) {
            String ours = RESTART + "the program had not run";
            keep(role, startNanos, endNanos, Side.SELF, ours);
        } else {
            keep(role, startNanos, endNanos, side, cause);
        }
    }

    /** How much of this time the program ran. */
    public long nanosOutsideGaps(long startNanos, long endNanos) {
        return bills.gaps().outside(startNanos, endNanos).nanos();
    }

    private void keep(String role, long startNanos, long endNanos, Side side, String cause) {
        keep(role, startNanos, endNanos, side, cause, Optional.empty());
    }

    private void keep(
            String role, long start, long end, Side side, String cause, Optional<String> seen) {
        if (end - start >= STALL_NANOS) {
            list.add(BookedStall.of(role, start, end, side, cause, seen));
            bills.bill(side, start, end);
        }
    }

    /** Wall time in stalls by side, in seconds. */
    public Map<Side, Double> stalledSeconds() {
        return bills.seconds();
    }

    /** The latest stalls, oldest first. */
    public List<Stall> latest() {
        return list.latest();
    }

    /** Hands over, once, the stalls booked since the last call. */
    public List<Stall> takeFresh() {
        return list.takeFresh();
    }

    /**
     * The longest stall so far: its length, side and start; zero length where there was none.
     * Stalls that are shown as one count one by one here, for there was progress between them.
     */
    public Stall longest() {
        return list.longest();
    }

    /** Whether an activity that has lasted this long is worth telling while it lasts. */
    public static boolean isOpenStall(Activity activity, long nanos) {
        return nanos >= TimeUnit.SECONDS.toNanos(1)
                && switch (activity) {
                    case WRITING, WAITING_FOR_FLUSHER, WAITING_FOR_BUDGET, READING -> true;
                    default -> false;
                };
    }

    private void storage(LedgerSpan span, String cause, Optional<Evidence> evidence) {
        // A device that is slower than a cache, and faster than the drive, holds up nobody.
        long startNanos = span.endNanos() - span.excessNanos();
        book(span.role(), startNanos, span.endNanos(), Side.STORAGE, cause, evidence);
    }
}
