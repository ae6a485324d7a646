package dev.spindle.rescue;

import dev.spindle.drive.Approach;
import dev.spindle.range.RangeSet;
import dev.spindle.rescue.ReadCommand.Pass;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what to read next, breadth first: a sweep in large reads; then whatever of the rest
 * promises most; then the bad sectors again. Learns from what reads cost. Pure; one owner.
 *
 * <p>What falls back to "not tried" meanwhile, because the storage lost it, is read again before
 * anything that is less certain.
 */
public final class ReadPlan {
    /** Whoever keeps trying wants some more retries, also where none were asked for. */
    private static final int LEAST_MORE_RETRIES = 3;

    private final Effort effort;
    private final ReadCosts costs;
    private final Approaches approaches;
    private final Neighbours neighbours = new Neighbours();
    private final Sweep sweep;
    private final FrontWork fronts;
    private final Retries retries;
    private final Owed owed;
    private final Forecast forecast = new Forecast();
    private final int sectorBytes;
    private boolean anyFailed;
    private boolean wasGood;
    private boolean isEnough;
    private boolean isUnlimited;
    private boolean mayRetry;
    private long endLba;
    private long readNanos;

    /**
     * A plan.
     *
     * @param sectorsPerRead the most that one command asks for
     */
    public ReadPlan(int sectorBytes, int sectorsPerRead, Effort effort) {
        this(sectorBytes, sectorsPerRead, effort, Optional.empty());
    }

    /**
     * A plan for a drive of which something is known.
     *
     * @param known what earlier rips have learned of it
     */
    public ReadPlan(
            int sectorBytes, int sectorsPerRead, Effort effort, Optional<DriveLessons> known) {
        this.costs = known.map(ReadCosts::new).orElseGet(ReadCosts::new);
        this.approaches = new Approaches(known.map(DriveLessons::asPriors).orElseGet(Map::of));
        this.effort = effort;
        this.sectorBytes = sectorBytes;
        this.sweep = new Sweep(sectorBytes, sectorsPerRead, costs, neighbours);
        this.fronts = new FrontWork(sectorBytes, sectorsPerRead, effort.passes(), neighbours);
        this.retries = new Retries(sectorBytes, effort.retries(), approaches);
        this.owed = new Owed(sectorBytes, sectorsPerRead);
        this.mayRetry = effort.passes().contains(Pass.RETRY);
    }

    /** In which ways the drive can be asked for bad sectors from now on; only plainly at first. */
    public void allow(Set<Approach> possible) {
        approaches.allow(possible);
    }

    /** Another drive has found sectors that it can't read. */
    public void damageFound() {
        anyFailed = true;
    }

    /** Whether the drive has read for as long as it may. */
    public boolean isTimeOver() {
        return !isUnlimited && effort.isOverAfter(readNanos);
    }

    /** What was learned of the drive, now. */
    public DriveLessons lessons() {
        return costs.lessons(approaches.records());
    }

    /** The next command; empty where nothing is left to do. */
    public Optional<ReadCommand> next(RescueMap map) {
        if (isEnough) {
            return owed.next(map);
        }
        if (isTimeOver()) {
            return Optional.empty();
        }
        Optional<ReadCommand> command = Optional.empty();
        if (effort.passes().contains(Pass.SWEEP)) {
            command = sweep.next(map, costs);
        }
        if (command.isEmpty()) {
            command = fronts.next(map, costs, anyFailed);
        }
        if (command.isEmpty() && mayRetry) {
            command = retries.next(map);
        }
        return command;
    }

    /** What has been read is enough: no place is tried any more, damaged or not. */
    public void stopHere() {
        isEnough = true;
    }

    public boolean isEnough() {
        return isEnough;
    }

    /**
     * Gives each bad sector as many retries once more as were asked for, and reads without a limit
     * of time. Does nothing where what was read is enough.
     */
    public void keepTrying() {
        if (!isEnough) {
            isUnlimited = true;
            mayRetry = true;
            retries.more(Math.max(LEAST_MORE_RETRIES, effort.retries()));
        }
    }

    /** Whether a command that waited is to be carried out still. */
    public boolean isWanted(ReadCommand command, RescueMap map) {
        return !isEnough || owed.next(map).equals(Optional.of(command));
    }

    /** What the storage lost of what was read well, and is not there again. */
    public RangeSet owed(RescueMap map) {
        return owed.open(map);
    }

    /** The storage lost what was read well: it is read again, whatever else is. */
    public void lost(RangeSet finished) {
        owed.add(finished);
    }

    /**
     * What is expected of the rest; empty while the sweep goes on, where nothing failed and where
     * what was read is enough.
     */
    public Optional<Outlook> outlook(RescueMap map) {
        if (isEnough || !anyFailed || !sweep.isDone()) {
            return Optional.empty();
        }
        long bad = sectors(map, SectorStatus.BAD);
        long unread =
                sectors(map, SectorStatus.NON_TRIED)
                        + sectors(map, SectorStatus.NON_TRIMMED)
                        + sectors(map, SectorStatus.NON_SCRAPED);
        return Optional.of(
                forecast.outlook(
                        unread,
                        bad,
                        mayRetry ? retries.left(bad) : 0,
                        mayRetry ? retries.most() : 0,
                        costs));
    }

    public int sectorBytes() {
        return sectorBytes;
    }

    private long sectors(RescueMap map, SectorStatus status) {
        return Math.ceilDiv(map.bytes(status), sectorBytes);
    }

    /**
     * Notes what came of a command, after the map was told.
     *
     * @param nanos how long the command itself took, without any wait before it
     */
    public void note(ReadCommand command, boolean isGood, long nanos, RescueMap map) {
        readNanos += nanos;
        anyFailed |= !isGood;
        switch (command.pass()) {
            case SWEEP -> sweep.note(command, isGood, nanos, map);
            case BACK, TRIM, SCRAPE -> fronts.note(command, isGood);
            case RETRY -> retries.note(command, isGood, nanos);
        }
        if (command.pass() != Pass.RETRY) {
            retries.forgetPlaces();
        }
        if (command.pass() != Pass.RETRY && command.sectors() == 1 && command.lba() == endLba) {
            neighbours.note(wasGood, isGood);
        }
        if (command.pass() != Pass.SWEEP && command.sectors() == 1) {
            forecast.note(command.pass() == Pass.RETRY, isGood);
        }
        wasGood = isGood;
        endLba = isGood || command.sectors() == 1 ? command.endLba() : -1;
        if (command.approach() == Approach.PLAIN) {
            costs.note(command, isGood, nanos);
        } else {
            costs.noteElsewhere(command);
        }
    }
}
