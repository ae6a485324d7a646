package dev.spindle.rescue;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which bytes of an image are finished, bad or not tried: each byte has exactly one status. Not
 * safe for threads; one owner.
 */
public final class RescueMap {
    private final long sizeBytes;
    private final Map<SectorStatus, RangeSet> rangesByStatus = new EnumMap<>(SectorStatus.class);

    /** What of "not tried" another program has a letter of its own for. */
    private final Map<Character, RangeSet> rangesByLetter = new TreeMap<>();

    /** A map in which nothing was tried. */
    public RescueMap(long sizeBytes) {
        this.sizeBytes = sizeBytes;
        for (SectorStatus status : SectorStatus.values()) {
            rangesByStatus.put(status, new RangeSet());
        }
        ranges(SectorStatus.NON_TRIED).add(new ByteRange(0, sizeBytes));
    }

    public RescueMap copy() {
        var copy = new RescueMap(sizeBytes);
        rangesByStatus.forEach((status, set) -> copy.rangesByStatus.put(status, set.copy()));
        rangesByLetter.forEach((letter, set) -> copy.rangesByLetter.put(letter, set.copy()));
        return copy;
    }

    /**
     * The same map of a disc that is longer: what this one does not speak of was not tried.
     *
     * @param longerBytes not less than this one's
     */
    public RescueMap extendedTo(long longerBytes) {
        var extended = new RescueMap(longerBytes);
        rangesByStatus.forEach((status, set) -> extended.setAll(set, status));
        rangesByLetter.forEach((letter, set) -> extended.rangesByLetter.put(letter, set.copy()));
        return extended;
    }

    public long sizeBytes() {
        return sizeBytes;
    }

    /** Gives the bytes of the range, as far as the map reaches, a status. */
    public void set(ByteRange range, SectorStatus status) {
        var within = range.intersection(new ByteRange(0, sizeBytes));
        for (var entry : rangesByStatus.entrySet()) {
            if (entry.getKey() != status) {
                entry.getValue().remove(within);
            }
        }
        ranges(status).add(within);
        if (status != SectorStatus.NON_TRIED) {
            rangesByLetter.values().forEach(set -> set.remove(within));
        }
    }

    /**
     * Notes another program's letter. Nothing was tried there as far as is known here; the letter
     * stays for what of it nothing becomes known of.
     */
    void setLetter(ByteRange range, char letter) {
        set(range, SectorStatus.NON_TRIED);
        var within = range.intersection(new ByteRange(0, sizeBytes));
        rangesByLetter.values().forEach(set -> set.remove(within));
        rangesByLetter.computeIfAbsent(letter, _ -> new RangeSet()).add(within);
    }

    /** What other programs' letters stand for, by letter. */
    Map<Character, RangeSet> letters() {
        var letters = new TreeMap<Character, RangeSet>();
        rangesByLetter.forEach((letter, set) -> letters.put(letter, set.copy()));
        return letters;
    }

    /**
     * Gives a status to what of the range is not finished. A failed read of whole sectors must not
     * forget the finer blocks of a foreign map that were read well.
     */
    public void setUnfinished(ByteRange range, SectorStatus status) {
        var within = range.intersection(new ByteRange(0, sizeBytes));
        setAll(ranges(SectorStatus.FINISHED).gaps(within), status);
    }

    /** Takes what of the set is finished back to "not tried". */
    public void takeBack(RangeSet set) {
        setAll(ranges(SectorStatus.FINISHED).intersection(set), SectorStatus.NON_TRIED);
    }

    public void setAll(RangeSet set, SectorStatus status) {
        set.ranges().forEach(range -> set(range, status));
    }

    public long bytes(SectorStatus status) {
        return ranges(status).sizeBytes();
    }

    /** A copy of the ranges of a status. */
    public RangeSet with(SectorStatus status) {
        return ranges(status).copy();
    }

    /** The first run of a status that ends behind {@code fromBytes}, cut off before it. */
    public Optional<ByteRange> next(SectorStatus status, long fromBytes) {
        if (fromBytes >= sizeBytes) {
            return Optional.empty();
        }
        return ranges(status).firstFrom(fromBytes);
    }

    /**
     * The finished run nearest before a position, cut to its last bytes; empty where there is none
     * within four times as many.
     */
    public Optional<ByteRange> finishedBefore(long positionBytes, int mostBytes) {
        var window = new ByteRange(Math.max(0, positionBytes - 4L * mostBytes), positionBytes);
        var found = ranges(SectorStatus.FINISHED).intersection(RangeSet.of(window)).ranges();
        return found.isEmpty() ? Optional.empty() : Optional.of(last(found.getLast(), mostBytes));
    }

    private static ByteRange last(ByteRange range, int mostBytes) {
        return new ByteRange(
                Math.max(range.startBytes(), range.endBytes() - mostBytes), range.endBytes());
    }

    /** Whether any byte of the range has the status. */
    public boolean touches(SectorStatus status, ByteRange range) {
        return ranges(status)
                .firstFrom(range.startBytes())
                .filter(found -> found.startBytes() < range.endBytes())
                .isPresent();
    }

    /** All blocks in order, without gaps. */
    public List<MapBlock> blocks() {
        var blocks = new ArrayList<MapBlock>();
        rangesByStatus.forEach((status, set) ->
                set.ranges().forEach(range -> blocks.add(new MapBlock(range, status))));
        blocks.sort((a, b) -> Long.compare(a.range().startBytes(), b.range().startBytes()));
        return blocks;
    }

    /** This map, with what is finished but not in the set taken back to "not tried". */
    public RescueMap claimingOnly(RangeSet durable) {
        var claim = copy();
        var unclaimed = with(SectorStatus.FINISHED);
        unclaimed.removeAll(durable);
        claim.setAll(unclaimed, SectorStatus.NON_TRIED);
        return claim;
    }

    private RangeSet ranges(SectorStatus status) {
        RangeSet set = rangesByStatus.get(status);
        if (set == null) {
            throw new IllegalStateException("no ranges for " + status);
        }
        return set;
    }
}
