package dev.spindle.rescue;

import dev.spindle.range.ByteRange;

import java.util.Optional;

/**
 * Decides what to read next: all that was not tried, in order; then, sector by sector, what failed;
 * then the bad sectors again, as often as allowed. Pure; one owner.
 *
 * <p>What falls back to "not tried" meanwhile, because the storage lost it, comes first again.
 */
public final class ReadPlan {
    private final int sectorBytes;
    private final int sectorsPerRead;
    private final int retries;
    private long sweepBytes;
    private long retryBytes;
    private int retriesDone;

    /**
     * A plan.
     *
     * @param retries how many times all bad sectors are tried again
     */
    public ReadPlan(int sectorBytes, int sectorsPerRead, int retries) {
        this.sectorBytes = sectorBytes;
        this.sectorsPerRead = sectorsPerRead;
        this.retries = retries;
    }

    /** The next command; empty where nothing is left to do. */
    public Optional<ReadCommand> next(RescueMap map) {
        var untried = map.next(SectorStatus.NON_TRIED, sweepBytes);
        if (untried.isEmpty() && sweepBytes > 0) {
            sweepBytes = 0;
            untried = map.next(SectorStatus.NON_TRIED, 0);
        }
        if (untried.isPresent()) {
            var command = command(untried.get(), sectorsPerRead, ReadCommand.Pass.SWEEP);
            sweepBytes = (command.lba() + command.sectors()) * sectorBytes;
            return Optional.of(command);
        }
        for (var status : new SectorStatus[] {SectorStatus.NON_TRIMMED, SectorStatus.NON_SCRAPED}) {
            var failed = map.next(status, 0);
            if (failed.isPresent()) {
                return Optional.of(command(failed.get(), 1, ReadCommand.Pass.SCRAPE));
            }
        }
        return retry(map);
    }

    private Optional<ReadCommand> retry(RescueMap map) {
        while (retriesDone < retries) {
            var bad = map.next(SectorStatus.BAD, retryBytes);
            if (bad.isPresent()) {
                var command = command(bad.get(), 1, ReadCommand.Pass.RETRY);
                retryBytes = (command.lba() + 1) * sectorBytes;
                return Optional.of(command);
            }
            retryBytes = 0;
            retriesDone++;
            if (map.bytes(SectorStatus.BAD) == 0) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * Whole sectors, so that a foreign map's finer blocks are read with what lies around them; and
     * no further than the next multiple of the largest read, so that what begins at an odd place
     * comes back to the blocks in which discs are coded and buffers are cut.
     */
    private ReadCommand command(ByteRange range, int most, ReadCommand.Pass pass) {
        long first = range.startBytes() / sectorBytes;
        long end = (range.endBytes() + sectorBytes - 1) / sectorBytes;
        long toMultiple = most - first % most;
        return new ReadCommand(first, (int) Math.min(toMultiple, end - first), pass);
    }
}
