package dev.spindle.drive.image;

import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.script.Script;
import dev.spindle.drive.script.Sectors;
import dev.spindle.drive.script.Statement;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * What lies in wait on certain sectors. A command stops at the first sector that fails: only that
 * one's tries are counted, and nothing behind it has any effect.
 */
final class SectorFaults {
    /**
     * What happened to a command on its way.
     *
     * @param sectorsRead how many it read before it ended
     * @param extraNanos how long delays, hangs and tries took
     * @param hangsForEver whether it never comes back
     * @param failure how it failed, if it did
     */
    record Encounter(
            long sectorsRead,
            long extraNanos,
            boolean hangsForEver,
            Optional<ReadOutcome> failure) {}

    private final List<Statement.Bad> bad;
    private final List<Statement.Delay> delays;
    private final List<Statement.ShortRead> shorts;
    private final List<Statement.HangOnSector> hangs;
    private final Set<Statement.HangOnSector> spentHangs = new HashSet<>();
    private final Map<Statement.Bad, Map<Long, Integer>> triesBySector = new HashMap<>();

    SectorFaults(Script script) {
        this.bad = script.all(Statement.Bad.class);
        this.delays = script.all(Statement.Delay.class);
        this.shorts = script.all(Statement.ShortRead.class);
        this.hangs = script.all(Statement.HangOnSector.class);
    }

    /**
     * Sends a command over these sectors.
     *
     * @param bytes what they hold together
     */
    Encounter meet(Sectors asked, int bytes) {
        OptionalLong failing = firstFailing(asked);
        long last = failing.orElse(asked.endLba() - 1);
        var reached = new Sectors(asked.lba(), last - asked.lba() + 1);
        long extraNanos = delayNanos(reached);
        boolean hangsForEver = false;
        for (var hang : hangs) {
            if (reached.contains(hang.lba()) && spentHangs.add(hang)) {
                extraNanos += hang.howLong().map(d -> d.toNanos()).orElse(0L);
                hangsForEver |= hang.howLong().isEmpty();
            }
        }
        if (failing.isPresent()) {
            Statement.Bad spot = countTry(failing.getAsLong());
            return new Encounter(
                    last - asked.lba(),
                    extraNanos + spot.cost().toNanos(),
                    hangsForEver,
                    Optional.of(spot.sense().asOutcome()));
        }
        boolean isShort = shorts.stream().anyMatch(s -> s.where().overlaps(reached));
        return new Encounter(
                asked.count(),
                extraNanos,
                hangsForEver,
                isShort ? Optional.of(new ReadOutcome.ShortTransfer(bytes / 2)) : Optional.empty());
    }

    private long delayNanos(Sectors reached) {
        return delays.stream()
                .filter(d -> d.where().overlaps(reached))
                .mapToLong(d -> d.by().toNanos())
                .sum();
    }

    private OptionalLong firstFailing(Sectors asked) {
        return LongStream.range(asked.lba(), asked.endLba())
                .filter(sector -> bad.stream().anyMatch(spot -> fails(spot, sector)))
                .findFirst();
    }

    private boolean fails(Statement.Bad spot, long sector) {
        return spot.where().contains(sector)
                && (spot.times().isEmpty() || tries(spot, sector) < spot.times().getAsInt());
    }

    private int tries(Statement.Bad spot, long sector) {
        return triesBySector.getOrDefault(spot, Map.of()).getOrDefault(sector, 0);
    }

    private Statement.Bad countTry(long sector) {
        var spot = bad.stream().filter(b -> fails(b, sector)).findFirst().orElseThrow();
        if (spot.times().isPresent()) {
            triesBySector
                    .computeIfAbsent(spot, _ -> new HashMap<>())
                    .merge(sector, 1, Integer::sum);
        }
        return spot;
    }
}
