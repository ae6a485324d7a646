package dev.spindle.rescue;

import dev.spindle.range.ByteRange;

import java.util.Optional;

/**
 * The first pass: what was not tried, in order, in large reads. Where several reads in a row fail
 * or are slow it goes on further behind, ever further. Where failures are frequent it reads sector
 * by sector, as a large read that fails says little and costs much. One owner.
 */
final class Sweep {
    /** Skips in large reads behind the 1st, 2nd, … failure in a row. */
    private static final int[] SKIPS = {1, 6, 32, 128};

    /** Sectors skipped behind a single bad one, where what follows is most likely bad too. */
    private static final int SMALL_SKIP = 15;

    /** No skip is longer than this share of the disc, as in ddrescue. */
    private static final int MOST_SKIP_SHARE = 100;

    /** So many sectors must go well before a failure is the first in a row again. */
    private static final int SECTORS_TO_FORGET = 8;

    /** Share of failing reads: weight of the latest one. */
    private static final double LEARNING = 1.0 / 48;

    private final int sectorBytes;
    private final int sectorsPerRead;
    private final SlowReads slow;
    private final Neighbours neighbours;
    private long nextBytes;
    private boolean isDone;
    private int failuresInARow;
    private int goodSectors;
    private double failingShare;

    Sweep(int sectorBytes, int sectorsPerRead, ReadCosts costs, Neighbours neighbours) {
        this.neighbours = neighbours;
        this.sectorBytes = sectorBytes;
        this.sectorsPerRead = sectorsPerRead;
        this.slow = new SlowReads(costs);
    }

    /** The next read; empty once the end was reached. */
    Optional<ReadCommand> next(RescueMap map, ReadCosts costs) {
        if (isDone) {
            return Optional.empty();
        }
        var untried = map.next(SectorStatus.NON_TRIED, nextBytes);
        isDone = untried.isEmpty();
        return untried.map(range -> command(range, isDense(costs) ? 1 : sectorsPerRead));
    }

    /** Whether the end was reached. */
    boolean isDone() {
        return isDone;
    }

    void note(ReadCommand command, boolean isGood, long nanos, RescueMap map) {
        nextBytes = command.endLba() * sectorBytes;
        double weight = LEARNING * command.sectors() / sectorsPerRead;
        failingShare *= 1 - weight;
        long skip;
        if (isGood) {
            goodSectors += command.sectors();
            if (goodSectors >= SECTORS_TO_FORGET) {
                failuresInARow = 0;
            }
            skip = slow.skipReads(command, nanos);
        } else {
            failingShare += LEARNING;
            goodSectors = 0;
            skip = SKIPS[Math.min(failuresInARow, SKIPS.length - 1)];
            boolean isSmall = failuresInARow == 0 && command.sectors() == 1;
            failuresInARow++;
            if (isSmall) {
                nextBytes += neighbours.isBadContagious() ? (long) SMALL_SKIP * sectorBytes : 0;
                return;
            }
        }
        skip(skip, map);
    }

    private void skip(long reads, RescueMap map) {
        if (reads > 0) {
            long readBytes = (long) sectorsPerRead * sectorBytes;
            long most = Math.max(4 * readBytes, map.sizeBytes() / MOST_SKIP_SHARE);
            long to = nextBytes + Math.min(reads * readBytes, most);
            nextBytes = to / readBytes * readBytes;
        }
    }

    /** Whether large reads fail so often that their failures cost more than small reads do. */
    private boolean isDense(ReadCosts costs) {
        return failingShare * costs.badNanos() > (sectorsPerRead - 1) * costs.commandNanos();
    }

    /**
     * Whole sectors, so that a foreign map's finer blocks are read with what lies around them; and
     * no further than the next multiple of the largest read, so that what begins at an odd place
     * comes back to the blocks in which discs are coded and buffers are cut.
     */
    private ReadCommand command(ByteRange range, int most) {
        long first = range.startBytes() / sectorBytes;
        long end = (range.endBytes() + sectorBytes - 1) / sectorBytes;
        long toMultiple = most - first % most;
        return new ReadCommand(
                first, (int) Math.min(toMultiple, end - first), ReadCommand.Pass.SWEEP);
    }
}
