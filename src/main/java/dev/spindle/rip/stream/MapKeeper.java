package dev.spindle.rip.stream;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.rescue.ReadCommand;
import dev.spindle.rescue.ReadPlan;
import dev.spindle.rescue.RescueMap;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;

import java.util.Optional;

/** The map of a rip under way. Safe for all threads; the map lies behind one gate. */
public final class MapKeeper {
    private final Gate gate;
    private final RescueMap map;
    private final ReadPlan plan;
    private long positionBytes;
    private long readBytes;
    private ReadCommand.Pass pass = ReadCommand.Pass.SWEEP;

    /** A keeper; map and plan are its own from now on. */
    public MapKeeper(Concurrency concurrency, RescueMap map, ReadPlan plan) {
        this.gate = concurrency.gate("map");
        this.map = map;
        this.plan = plan;
    }

    /**
     * Counts for display.
     *
     * @param finishedBytes read well, by this run or an earlier one
     * @param badBytes could not be read so far
     * @param openBytes neither
     * @param readBytes read well by this run, what was read twice counted twice
     */
    public record Counts(long finishedBytes, long badBytes, long openBytes, long readBytes) {}

    /**
     * What is saved: claims nothing outside the durable set.
     *
     * @param positionBytes where the work stands
     */
    public record Claim(RescueMap map, long positionBytes, char status) {}

    /** What to read next. */
    public Optional<ReadCommand> next() {
        return gate.read(() -> {
            var command = plan.next(map);
            command.ifPresent(c -> pass = c.pass());
            return command;
        });
    }

    /** What came of a read: finished, or a status for what of the range was not finished before. */
    public void mark(ByteRange range, SectorStatus status) {
        gate.update(() -> {
            if (status == SectorStatus.FINISHED) {
                map.set(range, status);
                readBytes += range.lengthBytes();
            } else {
                map.setUnfinished(range, status);
            }
            positionBytes = range.startBytes();
        });
    }

    /** The storage lost these: they must be read again. */
    public void lost(RangeSet set) {
        gate.update(() -> map.takeBack(set));
    }

    public Counts counts() {
        return gate.read(() -> {
            long finished = map.bytes(SectorStatus.FINISHED);
            long bad = map.bytes(SectorStatus.BAD);
            return new Counts(finished, bad, map.sizeBytes() - finished - bad, readBytes);
        });
    }

    public ReadCommand.Pass pass() {
        return gate.read(() -> pass);
    }

    public RangeSet finished() {
        return gate.read(() -> map.with(SectorStatus.FINISHED));
    }

    public Claim claim(RangeSet durable) {
        return gate.read(() -> {
            var claim = map.claimingOnly(durable);
            boolean all = claim.bytes(SectorStatus.FINISHED) == map.sizeBytes();
            return new Claim(claim, positionBytes, all ? '+' : pass.symbol());
        });
    }
}
