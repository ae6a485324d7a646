package dev.spindle.rip;

import dev.spindle.run.LedgerSnapshot;
import dev.spindle.run.RoleWorker;
import dev.spindle.timeline.StallBook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells, once each, of stalls that are still going on. One owner, the conductor. */
final class OpenStalls {
    private final List<RoleWorker> watched;
    private final EventQueue events;
    private final long startNanos;
    private final Map<String, Long> toldSinceNanos = new HashMap<>();

    OpenStalls(Roles roles, EventQueue events, long startNanos) {
        this.watched = List.of(roles.reader(), roles.writer());
        this.events = events;
        this.startNanos = startNanos;
    }

    void look(long nowNanos) {
        for (RoleWorker worker : watched) {
            LedgerSnapshot ledger = worker.ledger().snapshot();
            long nanos = nowNanos - ledger.sinceNanos();
            boolean told =
                    toldSinceNanos.getOrDefault(ledger.role(), Long.MIN_VALUE)
                            == ledger.sinceNanos();
            if (!told && StallBook.isOpenStall(ledger.activity(), nanos)) {
                toldSinceNanos.put(ledger.role(), ledger.sinceNanos());
                events.add(
                        new RipEvent.StallOpened(
                                ledger.role(),
                                (ledger.sinceNanos() - startNanos) / 1e9,
                                nanos / 1e9));
            }
        }
    }
}
