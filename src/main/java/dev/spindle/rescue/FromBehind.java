package dev.spindle.rescue;

import dev.spindle.range.ByteRange;
import dev.spindle.rescue.ReadCommand.Pass;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a second drive reads while the first one follows its plan from the beginning: what was not
 * tried, stride by stride from the end; then, sector by sector, what did not read, however often
 * the first has tried it: another drive may. Pure; one owner.
 */
public final class FromBehind {
    /** 8 MiB: drives read forwards, and a jump back costs as much as a part of it. */
    static final int STRIDE_SECTORS = 4096;

    private final int sectorBytes;
    private final int sectorsPerRead;
    private final int tries;
    private final boolean sweeps;
    private final Map<Long, Integer> triesByLba = new HashMap<>();
    private long strideLba;
    private long strideEndLba;
    private long nextLba;
    private long damagedLba;

    /**
     * What is read so.
     *
     * @param sectorsPerRead the most that one command asks for
     * @param effort how often a bad sector is tried again, and which passes are made
     */
    public FromBehind(int sectorBytes, int sectorsPerRead, Effort effort) {
        this.sectorBytes = sectorBytes;
        this.sectorsPerRead = sectorsPerRead;
        this.sweeps = effort.passes().contains(Pass.SWEEP);
        this.tries = tries(effort);
    }

    private static int tries(Effort effort) {
        var passes = effort.passes();
        if (passes.contains(Pass.RETRY)) {
            return 1 + effort.retries();
        }
        return passes.contains(Pass.TRIM) || passes.contains(Pass.SCRAPE) ? 1 : 0;
    }

    /**
     * The next command; empty where there is nothing for a second drive now.
     *
     * @param otherLba where the first drive is; negative where it reads nothing any more
     */
    public Optional<ReadCommand> next(RescueMap map, long otherLba) {
        var command = sweeps ? inStride(map, otherLba) : Optional.<ReadCommand>empty();
        if (sweeps && command.isEmpty() && findStride(map, otherLba)) {
            command = inStride(map, otherLba);
        }
        return command.isPresent() ? command : damaged(map);
    }

    /** Notes that a command was carried out, however it ended. */
    public void note(ReadCommand command) {
        if (command.pass() == Pass.SWEEP) {
            nextLba = command.endLba();
        } else {
            triesByLba.merge(command.lba(), 1, Integer::sum);
            damagedLba = command.endLba();
        }
    }

    /** Where the first drive has come into the stride, that one reads its rest. */
    private Optional<ReadCommand> inStride(RescueMap map, long otherLba) {
        if (nextLba >= strideEndLba || isIn(otherLba)) {
            return Optional.empty();
        }
        return map.next(SectorStatus.NON_TRIED, nextLba * sectorBytes)
                .filter(run -> run.startBytes() < strideEndLba * sectorBytes)
                .map(this::sweep);
    }

    private ReadCommand sweep(ByteRange run) {
        long first = run.startBytes() / sectorBytes;
        long multiple = (first / sectorsPerRead + 1) * sectorsPerRead;
        long end = Math.min(Math.min(endLba(run), strideEndLba), multiple);
        return new ReadCommand(first, (int) (end - first), Pass.SWEEP);
    }

    private boolean findStride(RescueMap map, long otherLba) {
        var untried = map.with(SectorStatus.NON_TRIED).ranges();
        if (untried.isEmpty()) {
            return false;
        }
        ByteRange last = untried.getLast();
        strideEndLba = endLba(last);
        strideLba = (strideEndLba - 1) / STRIDE_SECTORS * STRIDE_SECTORS;
        nextLba = Math.max(strideLba, last.startBytes() / sectorBytes);
        return !isIn(otherLba);
    }

    private boolean isIn(long lba) {
        return strideLba <= lba && lba < strideEndLba;
    }

    /** The damaged sector behind the last one that has tries left; then from the beginning. */
    private Optional<ReadCommand> damaged(RescueMap map) {
        var behind = damaged(map, damagedLba);
        return behind.isPresent() || damagedLba == 0 ? behind : damaged(map, 0);
    }

    private Optional<ReadCommand> damaged(RescueMap map, long fromLba) {
        for (Segment segment : Segment.of(map, sectorBytes)) {
            if (segment.kind() == Segment.Kind.NON_TRIED) {
                continue;
            }
            long first = Math.max(fromLba, segment.firstLba());
            for (long lba = first; lba < segment.endLba(); lba++) {
                if (triesByLba.getOrDefault(lba, 0) < tries) {
                    return Optional.of(new ReadCommand(lba, 1, Pass.RETRY));
                }
            }
        }
        return Optional.empty();
    }

    private long endLba(ByteRange run) {
        return Math.ceilDiv(run.endBytes(), sectorBytes);
    }
}
