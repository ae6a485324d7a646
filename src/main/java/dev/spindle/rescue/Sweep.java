package dev.spindle.rescue;

import dev.spindle.range.ByteRange;

import java.util.Optional;

/**
 * The first pass: what was not tried, in order, in large reads. Where several reads in a row fail
 * or are slow it goes on further behind, ever further. Where failures are frequent it reads sector
 * by sector, as a large read that fails says little and costs much. One owner.
 */
final class Sweep {
    /** No skip is longer than this share of the disc, as in ddrescue. */
    private static final int MOST_SKIP_SHARE = 100;

    /** Share of failing reads: weight of the latest one. */
    private static final double LEARNING = 1.0 / 48;

    private final int sectorBytes;
    private final int sectorsPerRead;
    private final SlowReads slow;
    private final SkipRule skips;
    private final Recurrence recurrence = new Recurrence();
    private long nextBytes;
    private boolean isDone;
    private double failingShare;

    Sweep(int sectorBytes, int sectorsPerRead, ReadCosts costs, Neighbours neighbours) {
        this.sectorBytes = sectorBytes;
        this.sectorsPerRead = sectorsPerRead;
        this.slow = new SlowReads(costs);
        this.skips = new SkipRule(neighbours, sectorsPerRead);
    }

    /** The next read; empty once the end was reached. */
    Optional<ReadCommand> next(RescueMap map, ReadCosts costs) {
        if (isDone) {
            return Optional.empty();
        }
        var untried = untried(map);
        isDone = untried.isEmpty();
        return untried.map(range -> command(range, isDense(costs) ? 1 : sectorsPerRead));
    }

    /** What was not tried, past what is expected to be bad. */
    private Optional<ByteRange> untried(RescueMap map) {
        var found = map.next(SectorStatus.NON_TRIED, nextBytes);
        while (found.isPresent()) {
            long lba = found.get().startBytes() / sectorBytes;
            long pastLba = recurrence.past(lba);
            if (pastLba == lba) {
                break;
            }
            nextBytes = pastLba * sectorBytes;
            found = map.next(SectorStatus.NON_TRIED, nextBytes);
        }
        return found;
    }

    /** Whether the end was reached. */
    boolean isDone() {
        return isDone;
    }

    void note(ReadCommand command, boolean isGood, long nanos, RescueMap map) {
        nextBytes = command.endLba() * sectorBytes;
        double weight = LEARNING * command.sectors() / sectorsPerRead;
        failingShare *= 1 - weight;
        if (isGood) {
            skips.noteGood(command.sectors());
            skip(slow.skipReads(command, nanos) * sectorsPerRead, map);
        } else {
            failingShare += LEARNING;
            recurrence.noteBad(command.lba());
            skip(skips.noteBad(command.sectors()), map);
        }
    }

    private void skip(long sectors, RescueMap map) {
        long readBytes = (long) sectorsPerRead * sectorBytes;
        nextBytes +=
                Math.min(
                        sectors * sectorBytes,
                        Math.max(4 * readBytes, map.sizeBytes() / MOST_SKIP_SHARE));
        if (sectors >= sectorsPerRead) {
            nextBytes = nextBytes / readBytes * readBytes;
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
        long end =
                Math.min(
                        (range.endBytes() + sectorBytes - 1) / sectorBytes,
                        recurrence.limit(first));
        long toMultiple = most - first % most;
        return new ReadCommand(
                first, (int) Math.min(toMultiple, end - first), ReadCommand.Pass.SWEEP);
    }
}
