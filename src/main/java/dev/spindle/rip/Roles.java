package dev.spindle.rip;

import dev.spindle.run.Activity;
import dev.spindle.run.Concurrency;
import dev.spindle.run.LedgerSnapshot;
import dev.spindle.run.RoleWorker;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The roles of one rip, each with a thread of its own once it has work.
 *
 * @param reader only reads the drive
 * @param writer only writes
 * @param hasher hashes what passes
 * @param flusher kicks, confirms and evicts
 * @param syncer makes barriers and all other file calls
 * @param second only reads the second drive, where there is one
 * @param lookout looks at where a staged image will go, which may hang while the rest goes on
 */
record Roles(
        RoleWorker reader,
        RoleWorker writer,
        RoleWorker hasher,
        RoleWorker flusher,
        RoleWorker syncer,
        RoleWorker second,
        RoleWorker lookout) {
    private static final Set<Activity> STORAGE_CALLS =
            EnumSet.of(
                    Activity.WRITING,
                    Activity.KICKING,
                    Activity.CONFIRMING,
                    Activity.EVICTING,
                    Activity.SYNCING,
                    Activity.SAVING,
                    Activity.FILING);

    static Roles start(Concurrency concurrency, RoleThreads threads, Runnable onReturn) {
        return new Roles(
                worker("reader", concurrency, threads, onReturn),
                worker("writer", concurrency, threads, onReturn),
                worker("hasher", concurrency, threads, onReturn),
                worker("flusher", concurrency, threads, onReturn),
                worker("syncer", concurrency, threads, onReturn),
                worker("second", concurrency, threads, onReturn),
                worker("lookout", concurrency, threads, onReturn));
    }

    private static RoleWorker worker(
            String role, Concurrency concurrency, RoleThreads threads, Runnable onReturn) {
        return new RoleWorker(
                concurrency, role, () -> threads.enter(role), onReturn, threads::readyNanos);
    }

    List<RoleWorker> all() {
        return List.of(reader, writer, hasher, flusher, syncer, second, lookout);
    }

    /** The roles that are in a call to the storage. */
    Stream<LedgerSnapshot> storageCalls() {
        return Stream.of(writer, flusher, syncer)
                .map(role -> role.ledger().snapshot())
                .filter(ledger -> STORAGE_CALLS.contains(ledger.activity()));
    }

    /** Calls that nobody waits for any more and that have not returned. */
    int stuckCalls() {
        return all().stream().mapToInt(RoleWorker::abandoned).sum();
    }

    /** Calls to the storage that have not returned, where no work is under way any more. */
    int stuckInStorage() {
        return Stream.of(writer, flusher, syncer)
                .mapToInt(role -> role.abandoned() + (role.isBusy() ? 1 : 0))
                .sum();
    }

    void close() {
        all().forEach(RoleWorker::close);
    }
}
