package dev.spindle.rescue;

import dev.spindle.range.ByteRange;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tries bad sectors again, each as often as allowed, first where it paid lately. In every other
 * round a neighbourhood is gone through backwards, so that each sector is approached from both
 * sides, and from the second round on in whichever way pays most. The inside of a long unbroken run
 * of which nothing ever read is tried less often. One owner.
 */
final class Retries {
    /** Bad sectors up to so far apart are neighbours. */
    private static final int NEAR_SECTORS = 64;

    /** An unbroken run of bad sectors from this length on is dead inside. */
    private static final int DEAD_SECTORS = 64;

    /** Its inside is tried again once, or half as often as asked where that is more. */
    private static final int DEAD_SHARE = 2;

    /** So far inside: its edges are softer. */
    private static final int EDGE_SECTORS = 16;

    /** So many retries in a row in one place, as going elsewhere costs time too. */
    private static final int IN_A_ROW = 16;

    private final int sectorBytes;
    private int most;

    /** How many of those were allowed at once: what is worth less is tried as a share of them. */
    private int budget;

    private final Map<Long, Integer> triesByLba = new HashMap<>();
    private final Approaches approaches;
    private final List<Neighbourhood> neighbourhoods = new ArrayList<>();
    private @Nullable Neighbourhood current;
    private int inARow;
    private long spentTries;
    private boolean isKnown;

    Retries(int sectorBytes, int most, Approaches approaches) {
        this.sectorBytes = sectorBytes;
        this.most = most;
        this.approaches = approaches;
        this.budget = most;
    }

    /** Allows so many more of each sector. */
    void more(int tries) {
        most += tries;
        budget = tries;
        neighbourhoods.forEach(Neighbourhood::beginAnew);
    }

    /** How often a sector is tried again at most. */
    int most() {
        return most;
    }

    /** What is bad may have changed. */
    void forgetPlaces() {
        isKnown = false;
    }

    /** The next retry; empty where all were tried as often as is allowed. */
    Optional<ReadCommand> next(RescueMap map) {
        if (!isKnown) {
            find(map);
        }
        while (true) {
            var place = place(map);
            if (place == null) {
                return Optional.empty();
            }
            current = place;
            while (!place.waiting().isEmpty()) {
                long lba = place.waiting().getFirst();
                if (isBad(map, lba)) {
                    return Optional.of(
                            new ReadCommand(
                                    lba,
                                    1,
                                    ReadCommand.Pass.RETRY,
                                    approaches.possible(place.approach())));
                }
                place.waiting().removeFirst();
            }
        }
    }

    void note(ReadCommand command, boolean isGood, long nanos) {
        approaches.note(command.approach(), isGood, nanos);
        int before = tries(command.lba());
        triesByLba.put(command.lba(), before + 1);
        spentTries += isGood ? -before : 1;
        var place = current;
        if (place != null) {
            inARow++;
            place.waiting().removeFirstOccurrence(command.lba());
            place.note(isGood);
        }
    }

    /** How many retries are left at most where so many sectors are bad. */
    long left(long badSectors) {
        return Math.max(0, badSectors * most - spentTries);
    }

    private int tries(long lba) {
        return triesByLba.getOrDefault(lba, 0);
    }

    private @Nullable Neighbourhood place(RescueMap map) {
        var staying = current;
        if (staying != null && inARow < IN_A_ROW && !staying.waiting().isEmpty()) {
            return staying;
        }
        inARow = 0;
        Neighbourhood best = null;
        for (var place : neighbourhoods) {
            if (place.waiting().isEmpty()) {
                refill(place, map);
            }
            boolean isBetter = best == null || place.hope() > best.hope();
            if (!place.waiting().isEmpty() && isBetter) {
                best = place;
            }
        }
        return best;
    }

    private void refill(Neighbourhood place, RescueMap map) {
        while (place.waiting().isEmpty() && place.rounds() < most) {
            var lbas = new ArrayList<Long>();
            for (var segment : Segment.of(map, sectorBytes)) {
                for (long lba = Math.max(segment.firstLba(), place.firstLba());
                        lba < Math.min(segment.endLba(), place.endLba());
                        lba++) {
                    if (!segment.isUnread() && isWorth(place, segment, lba)) {
                        lbas.add(lba);
                    }
                }
            }
            place.begin(
                    place.rounds() % 2 == 0 ? lbas : lbas.reversed(),
                    approaches.choose(place.roundsInAll()));
        }
    }

    private boolean isWorth(Neighbourhood place, Segment segment, long lba) {
        boolean isDead =
                place.rounds() >= Math.max(1, budget / DEAD_SHARE)
                        && segment.sectors() >= DEAD_SECTORS
                        && lba - segment.firstLba() >= EDGE_SECTORS
                        && segment.endLba() - lba > EDGE_SECTORS;
        return !isDead && tries(lba) < most;
    }

    private void find(RescueMap map) {
        isKnown = true;
        neighbourhoods.clear();
        current = null;
        long first = -1;
        long end = -1;
        for (var segment : Segment.of(map, sectorBytes)) {
            if (segment.isUnread()) {
                continue;
            }
            if (first >= 0 && segment.firstLba() - end > NEAR_SECTORS) {
                neighbourhoods.add(new Neighbourhood(first, end));
                first = -1;
            }
            first = first < 0 ? segment.firstLba() : first;
            end = segment.endLba();
        }
        if (first >= 0) {
            neighbourhoods.add(new Neighbourhood(first, end));
        }
    }

    private boolean isBad(RescueMap map, long lba) {
        return map.touches(SectorStatus.BAD, ByteRange.at(lba * sectorBytes, sectorBytes));
    }
}
