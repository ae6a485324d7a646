package dev.spindle.rip;

import dev.spindle.os.FileSystemKind;
import dev.spindle.run.Activity;
import dev.spindle.run.LedgerSpan;
import dev.spindle.run.RoleWorker;
import dev.spindle.timeline.Evidence;
import dev.spindle.timeline.StallBook;
import dev.spindle.timeline.StorageCause;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks, ten times a second, where in the kernel the calls to the storage are that last, and tells
 * afterwards what was seen of a stall. One owner, the conductor.
 */
final class StallEvidence {
    private static final Set<Activity> CALLS =
            EnumSet.of(
                    Activity.WRITING,
                    Activity.KICKING,
                    Activity.CONFIRMING,
                    Activity.EVICTING,
                    Activity.SYNCING,
                    Activity.SAVING,
                    Activity.FILING);

    /** A minute of three threads. */
    private static final int MOST_LOOKS = 1800;

    private final List<RoleWorker> watched;
    private final RoleThreads threads;
    private final ArrayDeque<Look> looks = new ArrayDeque<>();

    private record Look(String role, long nanos, String channel) {}

    StallEvidence(Roles roles, RoleThreads threads) {
        this.watched = List.of(roles.writer(), roles.flusher(), roles.syncer());
        this.threads = threads;
    }

    void look(long nowNanos) {
        for (RoleWorker worker : watched) {
            var ledger = worker.ledger().snapshot();
            if (CALLS.contains(ledger.activity())
                    && nowNanos - ledger.sinceNanos() >= StallBook.STALL_NANOS) {
                threads.waitChannel(ledger.role())
                        .ifPresent(channel -> add(new Look(ledger.role(), nowNanos, channel)));
            }
        }
    }

    private void add(Look look) {
        looks.addLast(look);
        if (looks.size() > MOST_LOOKS) {
            looks.removeFirst();
        }
    }

    /** What was seen of a span, or of what it waited for. */
    Optional<Evidence> of(LedgerSpan span, Optional<FileSystemKind> destination) {
        return switch (span.activity()) {
            case WAITING_FOR_BUDGET, WAITING_FOR_FLUSHER ->
                    of(Set.of("flusher"), span.startNanos(), span.endNanos(), destination);
            default -> of(Set.of(span.role()), span.startNanos(), span.endNanos(), destination);
        };
    }

    /** What was seen while the drive waited for the destination. */
    Optional<Evidence> ofDrivesWait(
            long startNanos, long endNanos, Optional<FileSystemKind> destination) {
        return of(Set.of("writer", "flusher"), startNanos, endNanos, destination);
    }

    private Optional<Evidence> of(
            Set<String> roles, long start, long end, Optional<FileSystemKind> destination) {
        var seen = new HashMap<String, Integer>();
        for (Look look : looks) {
            if (roles.contains(look.role) && look.nanos >= start && look.nanos <= end) {
                seen.merge(look.role + " in " + look.channel, 1, Integer::sum);
            }
        }
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        var behind = behind(destination);
        var mostFirst =
                seen.entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Integer>comparingByValue(
                                                Comparator.reverseOrder())
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .toList();
        var cause =
                mostFirst.stream()
                        .map(Map.Entry::getKey)
                        .map(text -> text.substring(text.lastIndexOf(' ') + 1))
                        .flatMap(channel -> StorageCause.of(channel, behind).stream())
                        .findFirst();
        String text =
                mostFirst.stream()
                        .map(entry -> entry.getKey() + " × " + entry.getValue())
                        .collect(Collectors.joining(", "));
        return Optional.of(new Evidence(cause, text));
    }

    private static StorageCause behind(Optional<FileSystemKind> destination) {
        return switch (destination
                .map(FileSystemKind::family)
                .orElse(FileSystemKind.Family.LOCAL)) {
            case NFS, NETWORK -> StorageCause.SERVER;
            case FUSE -> StorageCause.FUSE;
            case LOCAL, MEMORY -> StorageCause.DEVICE;
        };
    }
}
