package dev.spindle.rescue;

import dev.spindle.range.ByteRange;
import dev.spindle.rescue.ReadCommand.Pass;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.Set;

/**
 * Reads what the sweep left, each time where it promises most: over what was skipped, trimming,
 * scraping. Stays where it is as long as reads go well. One owner.
 */
final class FrontWork {
    private static final double LEARNING = 1.0 / 12;
    private static final double FIRST_MIDDLE_SHARE = 0.2;
    private static final double FIRST_LARGE_FAILING = 0.2;

    private final int sectorBytes;
    private final int sectorsPerRead;
    private final Set<Pass> allowed;
    private final Neighbours neighbours;
    private double middleShare = FIRST_MIDDLE_SHARE;
    private double largeFailing = FIRST_LARGE_FAILING;
    private int goodInARow;
    private @Nullable Front front;
    private @Nullable ReadCommand last;

    FrontWork(int sectorBytes, int sectorsPerRead, Set<Pass> allowed, Neighbours neighbours) {
        this.sectorBytes = sectorBytes;
        this.sectorsPerRead = sectorsPerRead;
        this.allowed = allowed;
        this.neighbours = neighbours;
    }

    /** The next read; empty where all was tried. */
    Optional<ReadCommand> next(RescueMap map, ReadCosts costs, boolean anyFailed) {
        var going = front;
        var done = last;
        if (going != null && done != null) {
            long lba = done.endLba();
            if (going.within().holds(lba) && isUnread(map, lba)) {
                return Optional.of(command(lba, going, costs, anyFailed));
            }
        }
        return choose(map, costs, anyFailed);
    }

    private Optional<ReadCommand> choose(RescueMap map, ReadCosts costs, boolean anyFailed) {
        var segments = Segment.of(map, sectorBytes);
        long endLba = (map.sizeBytes() + sectorBytes - 1) / sectorBytes;
        front =
                new Fronts(segments, endLba, sectorsPerRead, costs, allowed)
                        .best(neighbours, middleShare);
        last = null;
        return Optional.ofNullable(front)
                .map(chosen -> command(chosen.lba(), chosen, costs, anyFailed));
    }

    void note(ReadCommand command, boolean isGood) {
        double outcome = isGood ? 1 : 0;
        goodInARow = isGood ? goodInARow + command.sectors() : 0;
        if (command.sectors() > 1 || goodInARow >= sectorsPerRead) {
            // So many good small reads in a row would have been a good large one.
            largeFailing += LEARNING * (1 - outcome - largeFailing);
            goodInARow = 0;
        }
        if (command.sectors() == 1 && front != null && command.lba() == front.lba()) {
            middleShare += LEARNING * (outcome - middleShare);
        }
        last = command;
        if (!isGood) {
            front = null;
        }
    }

    /** A large read only where its failure is so unlikely that small reads cost more. */
    private ReadCommand command(long lba, Front at, ReadCosts costs, boolean anyFailed) {
        boolean isTrusted =
                !anyFailed
                        || largeFailing * costs.badNanos()
                                < (sectorsPerRead - 1) * costs.commandNanos();
        if (at.within().kind() != Segment.Kind.NON_TRIED || !isTrusted) {
            return new ReadCommand(lba, 1, at.pass());
        }
        long block = lba / sectorsPerRead * sectorsPerRead;
        long end = Math.min(block + sectorsPerRead, at.within().endLba());
        return new ReadCommand(lba, (int) (end - lba), at.pass());
    }

    private boolean isUnread(RescueMap map, long lba) {
        var sector = ByteRange.at(lba * sectorBytes, sectorBytes);
        return map.touches(SectorStatus.NON_TRIED, sector)
                || map.touches(SectorStatus.NON_TRIMMED, sector)
                || map.touches(SectorStatus.NON_SCRAPED, sector);
    }
}
