package dev.spindle.rip;

import dev.spindle.os.FileSystemKind;
import dev.spindle.run.LedgerSnapshot;
import dev.spindle.run.LedgerSpan;
import dev.spindle.timeline.Evidence;
import dev.spindle.timeline.StorageCause;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks, ten times a second, where in the kernel the calls to the storage are that last, and tells
 * afterwards what was seen of a stall. One owner, the conductor.
 */
final class StallEvidence {
    /** A minute of three threads. */
    private static final int MOST_LOOKS = 1800;

    /** A shorter call may not be the one that a drive waits for again and again. */
    private static final long LOOK_AFTER_NANOS = 5_000_000;

    private final Roles roles;
    private final RoleThreads threads;
    private final DeviceTraffic traffic;
    private final ArrayDeque<Look> looks = new ArrayDeque<>();

    /** A function of the kernel in which a role's thread sleeps. */
    private record Place(String role, String channel) {
        String text() {
            return role + " in " + channel;
        }
    }

    private record Look(long nanos, Place place) {}

    /**
     * @param traffic looked at by who has the streaming
     */
    StallEvidence(Roles roles, RoleThreads threads, DeviceTraffic traffic) {
        this.traffic = traffic;
        this.roles = roles;
        this.threads = threads;
    }

    void look(long nowNanos) {
        roles.storageCalls()
                .filter(call -> nowNanos - call.sinceNanos() >= LOOK_AFTER_NANOS)
                .map(LedgerSnapshot::role)
                .forEach(role ->
                        threads.waitChannel(role)
                                .map(channel -> new Place(role, channel))
                                .ifPresent(place -> add(new Look(nowNanos, place))));
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
            case WRITING, SYNCING ->
                    of(Set.of(span.role()), span.startNanos(), span.endNanos(), destination);
            // The others are no stalls of the storage.
            default -> Optional.empty();
        };
    }

    /** What was seen while the drive waited for the destination. */
    Optional<Evidence> ofDrivesWait(
            long startNanos, long endNanos, Optional<FileSystemKind> destination) {
        return of(Set.of("writer", "flusher"), startNanos, endNanos, destination);
    }

    private Optional<Evidence> of(
            Set<String> wanted, long start, long end, Optional<FileSystemKind> destination) {
        var seen = new HashMap<Place, Integer>();
        for (Look look : looks) {
            if (wanted.contains(look.place.role) && look.nanos >= start && look.nanos <= end) {
                seen.merge(look.place, 1, Integer::sum);
            }
        }
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        var behind = behind(destination);
        var mostFirst =
                seen.entrySet().stream()
                        .sorted(
                                Map.Entry.<Place, Integer>comparingByValue(
                                                Comparator.reverseOrder())
                                        .thenComparing(entry -> entry.getKey().text()))
                        .toList();
        var cause =
                mostFirst.stream()
                        .flatMap(entry -> StorageCause.of(entry.getKey().channel, behind).stream())
                        .findFirst();
        // Who waits for a disk that is busy with others' writes waits for those.
        var others =
                cause.filter(known -> known == StorageCause.DEVICE)
                        .flatMap(_ -> traffic.whileBusy(start, end))
                        .filter(DeviceTraffic.Share::isMostlyOfOthers);
        String text =
                Stream.concat(
                                mostFirst.stream()
                                        .map(entry ->
                                                entry.getKey().text() + " × " + entry.getValue()),
                                others.stream().map(DeviceTraffic.Share::text))
                        .collect(Collectors.joining(", "));
        return Optional.of(
                new Evidence(others.isPresent() ? Optional.of(StorageCause.OTHERS) : cause, text));
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
