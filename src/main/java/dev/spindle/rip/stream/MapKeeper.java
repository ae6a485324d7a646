package dev.spindle.rip.stream;

import dev.spindle.drive.Approach;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.rescue.DiscMap;
import dev.spindle.rescue.DiscMapper;
import dev.spindle.rescue.DriveLessons;
import dev.spindle.rescue.FromBehind;
import dev.spindle.rescue.Outlook;
import dev.spindle.rescue.ReadCommand;
import dev.spindle.rescue.ReadPlan;
import dev.spindle.rescue.RescueMap;
import dev.spindle.rescue.RescueTally;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The map of a rip under way. Safe for all threads; the map lies behind one gate. */
public final class MapKeeper {
    /** Where a drive is that reads nothing any more. */
    private static final long NOWHERE = -1;

    private final Gate gate;
    private final RescueMap map;
    private final ReadPlan plan;
    private final DiscMapper mapper;
    private final RescueTally tally = new RescueTally();
    private long positionBytes;
    private long readBytes;
    private long otherBytes;
    private long failures;
    private boolean isFirstDone;
    private boolean isSecondReading;
    private ReadCommand.Pass pass = ReadCommand.Pass.SWEEP;

    /** A keeper; map and plan are its own from now on. */
    public MapKeeper(Concurrency concurrency, RescueMap map, ReadPlan plan) {
        this.gate = concurrency.gate("map");
        this.map = map;
        this.plan = plan;
        this.mapper = new DiscMapper(map.sizeBytes(), plan.sectorBytes());
    }

    /**
     * Counts for display.
     *
     * @param finishedBytes read well, by this run or an earlier one
     * @param badBytes could not be read so far
     * @param openBytes neither
     * @param readBytes read well by this run, what was read twice counted twice
     */
    public record Counts(long finishedBytes, long badBytes, long openBytes, long readBytes) {
        /** All that is not finished: holes, once the plan came to its end. */
        public long missingBytes() {
            return badBytes + openBytes;
        }
    }

    /**
     * What is saved: claims nothing outside the durable set.
     *
     * @param positionBytes where the work stands
     */
    public record Claim(RescueMap map, long positionBytes, char status) {}

    /** In which ways the drive can be asked for bad sectors from now on. */
    public void allow(Set<Approach> approaches) {
        gate.update(() -> plan.allow(approaches));
    }

    /**
     * What was read well shortly before a place, as near to it as there is any.
     *
     * @param mostBytes of it
     */
    Optional<ByteRange> finishedBefore(long positionBytes, int mostBytes) {
        return gate.read(() -> map.finishedBefore(positionBytes, mostBytes));
    }

    /** What was learned of the drive, now. */
    public DriveLessons lessons() {
        return gate.read(plan::lessons);
    }

    /** What to read next. */
    public Optional<ReadCommand> next() {
        return gate.read(() -> {
            var command = plan.next(map);
            command.ifPresent(c -> pass = c.pass());
            return command;
        });
    }

    /**
     * What came of a read.
     *
     * @param range what it was to bring
     * @param nanos how long the command itself took: waits before it say nothing about the disc
     */
    public void mark(ReadCommand command, ByteRange range, boolean isGood, long nanos) {
        gate.update(() -> {
            long finishedBefore = map.bytes(SectorStatus.FINISHED);
            if (isGood) {
                map.set(range, SectorStatus.FINISHED);
                readBytes += range.lengthBytes();
                mapper.good(range, command.pass());
            } else {
                map.setUnfinished(range, command.statusOfFailure());
                failures++;
            }
            tally.note(command, isGood, map.bytes(SectorStatus.FINISHED) - finishedBefore);
            positionBytes = range.startBytes();
            plan.note(command, isGood, nanos, map);
        });
    }

    /**
     * Another round of reading.
     *
     * @param withSecond whether a second drive reads in it
     */
    public void roundBegins(boolean withSecond) {
        gate.update(() -> {
            isFirstDone = false;
            isSecondReading = withSecond;
        });
    }

    /** The first drive has nothing more to do, so that a second one waits for nothing more. */
    public void firstIsDone() {
        gate.update(() -> isFirstDone = true);
    }

    /** The second drive has nothing more to do in this round. */
    public void secondIsDone() {
        gate.update(() -> isSecondReading = false);
    }

    /** Whether a second drive reads in this round: then nothing is known to stay unread. */
    boolean isSecondReading() {
        return gate.read(() -> isSecondReading);
    }

    /** What a second drive reads next. */
    Optional<ReadCommand> nextFromBehind(FromBehind second) {
        return gate.read(() ->
                plan.isEnough() || plan.isTimeOver()
                        ? Optional.empty()
                        : second.next(
                                map, isFirstDone ? NOWHERE : positionBytes / plan.sectorBytes()));
    }

    /** What came of a second drive's read; it tells nothing of the first one. */
    void markSecond(FromBehind second, ReadCommand command, ByteRange range, boolean isGood) {
        gate.update(() -> {
            long finishedBefore = map.bytes(SectorStatus.FINISHED);
            if (isGood) {
                map.set(range, SectorStatus.FINISHED);
                readBytes += range.lengthBytes();
                otherBytes += range.lengthBytes();
                mapper.good(range, command.pass());
            } else {
                // It is the first drive's to find out whether it can't read them either.
                map.setAll(
                        map.with(SectorStatus.NON_TRIED).intersection(range),
                        SectorStatus.NON_TRIMMED);
                plan.damageFound();
            }
            tally.noteSecond(isGood, map.bytes(SectorStatus.FINISHED) - finishedBefore);
            second.note(command);
        });
    }

    /** How many reads have failed so far. */
    long failures() {
        return gate.read(() -> failures);
    }

    /**
     * Waits until another read fails, of which a second drive could make better.
     *
     * @param known failures
     * @return false where the first drive is done, or at a stop: then there is nothing to wait for
     */
    boolean awaitFailure(long known, StopToken stop) {
        var _ =
                gate.await(
                        () -> failures != known || isFirstDone || plan.isEnough(),
                        Deadline.never(),
                        stop);
        return !stop.isStopped() && gate.read(() -> failures != known && !plan.isEnough());
    }

    /** What was taken from another copy of the disc; it tells nothing of the drive. */
    void merged(ByteRange range) {
        gate.update(() -> {
            map.set(range, SectorStatus.FINISHED);
            readBytes += range.lengthBytes();
            otherBytes += range.lengthBytes();
            tally.noteMerged(range.lengthBytes());
        });
    }

    /**
     * What was read is enough: nothing more is read but what the storage loses of it.
     *
     * @return false where there was nothing left to read anyway
     */
    public boolean goodEnough() {
        boolean hadMore =
                gate.read(() -> {
                    boolean hasMore = isSecondReading || plan.next(map).isPresent();
                    if (hasMore) {
                        plan.stopHere();
                    }
                    return hasMore;
                });
        gate.update(() -> {}); // wakes those who wait for it
        return hadMore;
    }

    /** What another copy of the disc may give: what is missing, or only what is owed of it. */
    RangeSet wantedOfOthers() {
        return gate.read(() -> plan.isEnough() ? plan.owed(map) : missingNow());
    }

    /** Bytes that did not come from the drive itself, part of those that were read. */
    public long otherBytes() {
        return gate.read(() -> otherBytes);
    }

    public boolean isEnough() {
        return gate.read(plan::isEnough);
    }

    /** Gives bad sectors another budget of retries; see {@link ReadPlan#keepTrying}. */
    public void keepTrying() {
        gate.update(plan::keepTrying);
    }

    /** Whether a command is to be carried out still, after it waited. */
    boolean isWanted(ReadCommand command) {
        return gate.read(() -> plan.isWanted(command, map));
    }

    /**
     * Whether the plan would read more: since it came to its end something was lost, or the user
     * allowed it more.
     */
    public boolean hasMore() {
        return gate.read(() -> plan.next(map).isPresent());
    }

    /** The storage lost these: they must be read again. */
    public void lost(RangeSet set) {
        gate.update(() -> {
            plan.lost(map.with(SectorStatus.FINISHED).intersection(set));
            map.takeBack(set);
        });
    }

    public Counts counts() {
        return gate.read(() -> {
            long finished = map.bytes(SectorStatus.FINISHED);
            long bad = map.bytes(SectorStatus.BAD);
            return new Counts(finished, bad, map.sizeBytes() - finished - bad, readBytes);
        });
    }

    /** How many sectors that is, a begun one included. */
    public long sectors(long bytes) {
        return Math.ceilDiv(bytes, plan.sectorBytes());
    }

    /** A picture of the map, and of where the head is. */
    public DiscMap picture() {
        return gate.read(() -> mapper.draw(map, positionBytes));
    }

    /** What is expected of the rest, once there is a rest that does not read well. */
    public Optional<Outlook> outlook() {
        return gate.read(() -> plan.outlook(map));
    }

    /** What each means of reading has given so far. */
    public Map<String, RescueTally.Count> tally() {
        return gate.read(tally::counts);
    }

    /** What is not finished. */
    public RangeSet missing() {
        return gate.read(this::missingNow);
    }

    private RangeSet missingNow() {
        var missing = RangeSet.of(new ByteRange(0, map.sizeBytes()));
        missing.removeAll(map.with(SectorStatus.FINISHED));
        return missing;
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
