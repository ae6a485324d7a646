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

    /** The next read; empty where all of it is there again or did not read a second time. */
    Optional<ReadCommand> next(RescueMap map) {
        var open = map.with(SectorStatus.NON_TRIED).intersection(lost).ranges();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        long first = open.getFirst().startBytes() / sectorBytes;
        long end = Math.ceilDiv(open.getFirst().endBytes(), sectorBytes);
        int sectors = (int) Math.min(sectorsPerRead, end - first);
        return Optional.of(new ReadCommand(first, sectors, ReadCommand.Pass.BACK));
    }
}
