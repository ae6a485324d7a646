package dev.spindle.rescue;

import dev.spindle.range.RangeSet;

import java.util.Optional;

/**
 * What was read well and then lost by the storage: it is read again even where nothing more of the
 * disc is wanted. One owner.
 */
final class Owed {
    private final int sectorBytes;
    private final int sectorsPerRead;
    private final RangeSet lost = new RangeSet();

    Owed(int sectorBytes, int sectorsPerRead) {
        this.sectorBytes = sectorBytes;
        this.sectorsPerRead = sectorsPerRead;
    }

    void add(RangeSet finished) {
        lost.addAll(finished);
    }

    /** What of it is not there again. */
    RangeSet open(RescueMap map) {
        var open = lost.copy();
        open.removeAll(map.with(SectorStatus.FINISHED));
        return open;
    }

    /**
     * The next read: in large ones first, then what failed with one of those sector by sector, each
     * once. Empty where all of it is there again or did not read by itself.
     */
    Optional<ReadCommand> next(RescueMap map) {
        var untried = map.with(SectorStatus.NON_TRIED).intersection(lost).ranges();
        if (!untried.isEmpty()) {
            long first = untried.getFirst().startBytes() / sectorBytes;
            long end = Math.ceilDiv(untried.getFirst().endBytes(), sectorBytes);
            // No further than to the next multiple, in which buffers are cut.
            long toMultiple = sectorsPerRead - first % sectorsPerRead;
            int sectors = (int) Math.min(toMultiple, end - first);
            return Optional.of(new ReadCommand(first, sectors, ReadCommand.Pass.BACK));
        }
        var failed = map.with(SectorStatus.NON_TRIMMED).intersection(lost).ranges();
        return failed.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ReadCommand(
                                failed.getFirst().startBytes() / sectorBytes,
                                1,
                                ReadCommand.Pass.TRIM));
    }
}
