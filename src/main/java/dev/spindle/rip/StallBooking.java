package dev.spindle.rip;

import dev.spindle.rip.stream.StallReporter;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;
import dev.spindle.run.LedgerSpan;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.StallBook;

import java.util.ArrayList;
import java.util.List;

/**
 * Brings stalls into the book: those that the roles' ledgers show, and those that a role reports
 * because it knows more. Roles report; all else is the conductor's.
 */
final class StallBooking implements StallReporter {
    private final Concurrency concurrency;
    private final Roles roles;
    private final EventQueue events;
    private final StallBook book;
    private final Gate gate;
    private final List<Report> reported = new ArrayList<>();
    private boolean openBooked;

    private record Report(String role, long startNanos, long endNanos, Side side, String cause) {}

    StallBooking(Concurrency concurrency, Roles roles, EventQueue events, long startNanos) {
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
        gate.update(() -> reported.add(new Report(role, start, end, side, cause)));
    }

    /** Books what has ended since the last time. */
    void bookEnded(boolean flushing) {
        for (var role : roles.all()) {
            role.ledger().takeLongSpans().forEach(span -> book.span(span, flushing));
        }
        for (Report r : takeReported()) {
            book.book(r.role, r.startNanos, r.endNanos, r.side, r.cause);
        }
        book.takeFresh().forEach(stall -> events.add(new RipEvent.StallEnded(stall)));
    }

    private List<Report> takeReported() {
        return gate.read(() -> {
            var all = List.copyOf(reported);
            reported.clear();
            return all;
        });
    }

    /** Books also, once, what still goes on: the verdict is about to be made. */
    void bookAll(boolean flushing) {
        bookEnded(flushing);
        long now = concurrency.nanoTime();
        for (var role : roles.all()) {
            var ledger = role.ledger().snapshot();
            if (now - ledger.sinceNanos() >= StallBook.STALL_NANOS && !openBooked) {
                var span =
                        new LedgerSpan(ledger.role(), ledger.activity(), ledger.sinceNanos(), now);
                book.span(span, flushing);
            }
        }
        openBooked = true;
    }
}
