package dev.spindle.rip;

import dev.spindle.os.FileSystemKind;
import dev.spindle.os.Storage;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.rip.stream.StallReporter;
import dev.spindle.run.Activity;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;
import dev.spindle.run.LedgerSpan;
import dev.spindle.run.RoleWorker;
import dev.spindle.timeline.Evidence;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.StallBook;
import dev.spindle.timeline.Wait;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Brings stalls into the book: those that the roles' ledgers show, and those that a role reports
 * because it knows more. Roles report; all else is the conductor's.
 */
final class StallBooking implements StallReporter {
    /** Less is what any busy computer does now and then. */
    private static final long LEAST_STARVED_NANOS = 10_000_000L;

    private final Concurrency concurrency;
    private final Roles roles;
    private final EventQueue events;
    private final StallBook book;
    private final Gate gate;
    private final List<Report> reported = new ArrayList<>();
    private final DeviceTraffic traffic;
    private final StallEvidence evidence;
    private final ReadyWaits ready;
    private final DrainWait drain = new DrainWait();
    private Optional<FileSystemKind> destination = Optional.empty();
    private OptionalLong waitsSince = OptionalLong.empty();
    private boolean openBooked;
    private volatile boolean readsFromStorage;

    private record Report(String role, List<Wait> waits, Side side, String cause) {
        long startNanos() {
            return waits.getFirst().startNanos();
        }

        long endNanos() {
            return waits.getLast().endNanos();
        }
    }

    StallBooking(
            Concurrency concurrency,
            Roles roles,
            RoleThreads threads,
            Storage storage,
            EventQueue events,
            long startNanos) {
        this.traffic = new DeviceTraffic(storage);
        this.ready = new ReadyWaits(roles, threads);
        this.evidence = new StallEvidence(roles, threads, traffic);
        this.concurrency = concurrency;
        this.roles = roles;
        this.events = events;
        this.book = new StallBook(startNanos);
        this.gate = concurrency.gate("stall reports");
    }

    StallBook book() {
        return book;
    }

    @Override
    public void stalled(String role, long start, long end, Side side, String cause) {
        waitedOften(role, List.of(new Wait(start, end)), side, cause);
    }

    @Override
    public void waitedOften(String role, List<Wait> waits, Side side, String cause) {
        // Where no drive is read, none is to blame.
        var report =
                readsFromStorage && isOfDrive(side, cause)
                        ? new Report(role, waits, Side.STORAGE, StallBook.STAGING_SLOW)
                        : new Report(role, waits, side, cause);
        gate.update(() -> reported.add(report));
    }

    private static boolean isOfDrive(Side side, String cause) {
        return side == Side.DRIVE || cause.startsWith(StallBook.RESTART);
    }

    /** A staged image plays the drive. */
    void readsFromStorage() {
        readsFromStorage = true;
    }

    /** The rip comes into a phase. What has ended by now belongs to the one in which it did. */
    void phase(Phase next) {
        bookEnded();
        switch (next) {
            case PREPARING, SWEEPING, RETRYING, MOVING, SAVING -> waitsSince = OptionalLong.empty();
            case FINISHING, READING_BACK, CONFIRMING, MAKING_TRACKS, ENDED -> everythingWaits();
            case FLUSHING -> {
                // The writer may have much to write yet: a sync goes on beside it.
            }
        }
    }

    private void everythingWaits() {
        if (waitsSince.isEmpty()) {
            waitsSince = OptionalLong.of(concurrency.nanoTime());
        }
    }

    /** All that is to come is in the ring. */
    void drainBegins(Streaming streaming) {
        long waitingBytes = streaming.ring().backlogBytes();
        long readBytes = waitingBytes + streaming.writer().takenBytes();
        long readingNanos = roles.reader().ledger().snapshot().nanosIn(Activity.READING);
        drain.begins(
                concurrency.nanoTime(),
                waitingBytes + streaming.ledger().unconfirmedBytes(),
                (double) readingNanos / Math.max(1, readBytes));
    }

    /**
     * The destination has taken it, or is waited for no more; syncs hold up the end from now on.
     */
    void drainEnds(Phase phase) {
        bookEnded();
        long now = concurrency.nanoTime();
        drain.ends(now, book::nanosOutsideGaps)
                .ifPresent(since ->
                        stalled(
                                "writer",
                                since,
                                now,
                                Side.STORAGE,
                                "all was read, and the destination had not taken it yet"));
        if (phase == Phase.FLUSHING) {
            everythingWaits();
        }
    }

    /** Where the rip goes: what calls to it wait for. */
    void destination(FileSystemKind kind) {
        destination = Optional.of(kind);
    }

    /** Looks at the calls that last, and at what a disk of this machine is given. */
    void look(long nowNanos, @Nullable Streaming streaming) {
        evidence.look(nowNanos);
        ready.look(nowNanos);
        if (streaming != null && destination.filter(StallBooking::isOfDisk).isPresent()) {
            traffic.look(nowNanos, streaming);
        }
    }

    private static boolean isOfDisk(FileSystemKind kind) {
        return kind.family() == FileSystemKind.Family.LOCAL;
    }

    /** Books what has ended since the last time. */
    void bookEnded() {
        var ended = new ArrayList<LedgerSpan>();
        roles.all().forEach(role -> ended.addAll(role.ledger().takeLongSpans()));
        noteStarved(ended);
        ended.forEach(this::book);
        takeReported().forEach(this::book);
        book.takeFresh().forEach(stall -> events.add(new RipEvent.StallEnded(stall)));
    }

    private void book(Report r) {
        var seen =
                r.side == Side.STORAGE && !StallBook.NOT_THE_DESTINATION.contains(r.cause)
                        ? evidence.ofDrivesWait(r.startNanos(), r.endNanos(), destination)
                        : Optional.<Evidence>empty();
        if (r.waits.size() == 1) {
            book.book(r.role, r.startNanos(), r.endNanos(), r.side, r.cause, seen);
        } else {
            book.bookShort(r.role, r.waits, starved(r), r.side, r.cause, seen);
        }
    }

    /**
     * How long who writes, confirms, or waits for them was ready meanwhile, and others ran: so much
     * sooner there would have been room.
     */
    private long starved(Report r) {
        long waitedNanos = r.waits.stream().mapToLong(Wait::nanos).sum();
        double share = (double) waitedNanos / Math.max(1, r.endNanos() - r.startNanos());
        // What the reader did not run while it had room has made the ring no fuller.
        return Math.max(starved(r, roles.writer()), starved(r, roles.flusher()))
                + (long) (share * starved(r, roles.reader()));
    }

    private long starved(Report r, RoleWorker role) {
        return ready.between(role.ledger().role(), r.startNanos(), r.endNanos());
    }

    /**
     * A thread that was not let run looks like one whose call lasts. It is ready when what it waits
     * for is over, so that this lies at the end of a span.
     */
    private void noteStarved(List<LedgerSpan> ended) {
        for (var span : ended) {
            long nanos = ready.in(span);
            if (nanos >= LEAST_STARVED_NANOS) {
                book.starved(span.role(), span.endNanos() - nanos, span.endNanos());
            }
        }
        for (var span : ended) {
            if (span.activity() == Activity.WAITING_FOR_FLUSHER
                    || span.activity() == Activity.WAITING_FOR_BUDGET) {
                String flusher = roles.flusher().ledger().role();
                book.starvedThrough(span.role(), flusher, span.startNanos(), span.endNanos());
            }
        }
    }

    /** Of a sync only that part counts in which everything waited for it. */
    private void book(LedgerSpan span) {
        if (span.activity() != Activity.SYNCING || waitsSince.isEmpty()) {
            book.span(span, false, evidence.of(span, destination));
            return;
        }
        long start = Math.max(span.startNanos(), waitsSince.getAsLong());
        if (start < span.endNanos()) {
            var part = new LedgerSpan(span.role(), span.activity(), start, span.endNanos());
            book.span(part, true, evidence.of(part, destination));
        }
    }

    private List<Report> takeReported() {
        return gate.read(() -> {
            var all = List.copyOf(reported);
            reported.clear();
            return all;
        });
    }

    /** Books also, once, what still goes on: the verdict is about to be made. */
    void bookAll() {
        bookEnded();
        long now = concurrency.nanoTime();
        for (var role : roles.all()) {
            var ledger = role.ledger().snapshot();
            if (now - ledger.sinceNanos() >= StallBook.STALL_NANOS && !openBooked) {
                book(new LedgerSpan(ledger.role(), ledger.activity(), ledger.sinceNanos(), now));
            }
        }
        openBooked = true;
    }
}
