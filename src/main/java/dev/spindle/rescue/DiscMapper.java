package dev.spindle.rescue;

import dev.spindle.drive.Drive;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.rescue.DiscMap.State;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Draws pictures of a map, and remembers which pass brought what. One owner. */
public final class DiscMapper {
    private final long sizeBytes;
    private final int sectorBytes;
    private final long cellBytes;
    private final int cells;
    private final Map<State, RangeSet> rescued = new EnumMap<>(State.class);

    /** For a disc of this size. */
    public DiscMapper(long sizeBytes) {
        this(sizeBytes, Drive.SECTOR_BYTES);
    }

    /** For a disc of this size with sectors of that. */
    public DiscMapper(long sizeBytes, int sectorBytes) {
        this.sizeBytes = sizeBytes;
        this.sectorBytes = sectorBytes;
        long sectors = Math.ceilDiv(sizeBytes, sectorBytes);
        this.cellBytes = Math.max(1, Math.ceilDiv(sectors, DiscMap.MOST_CELLS)) * sectorBytes;
        this.cells = (int) Math.ceilDiv(sizeBytes, cellBytes);
    }

    /** A read that went well; what it brought counts for its pass, whichever had it before. */
    public void good(ByteRange range, ReadCommand.Pass pass) {
        rescued.values().forEach(set -> set.remove(range));
        switch (pass) {
            case SWEEP, BACK -> {}
            case TRIM -> rescued(State.TRIMMED).add(range);
            case SCRAPE -> rescued(State.SCRAPED).add(range);
            case RETRY -> rescued(State.RETRIED).add(range);
        }
    }

    private RangeSet rescued(State state) {
        return rescued.computeIfAbsent(state, _ -> new RangeSet());
    }

    /** The picture of a map of that size; takes as long as the map has ranges. */
    public DiscMap draw(RescueMap map, long headBytes) {
        var finished = map.with(SectorStatus.FINISHED);
        var sets = sets(map, finished);
        long[] read = sums(finished);
        var sums = new EnumMap<State, long[]>(State.class);
        sets.forEach((state, set) -> sums.put(state, sums(set)));
        var drawn = new ArrayList<DiscMap.Cell>(cells);
        for (int i = 0; i < cells; i++) {
            long length = Math.min(sizeBytes, (i + 1) * cellBytes) - i * cellBytes;
            drawn.add(
                    new DiscMap.Cell(
                            state(sums, i, read[i], length), read[i], in(sums, State.BAD, i)));
        }
        return new DiscMap(
                sizeBytes, sectorBytes, cellBytes, drawn, headBytes, holes(map), sectors(sets));
    }

    private static List<ByteRange> holes(RescueMap map) {
        var holes = map.with(SectorStatus.BAD);
        holes.addAll(map.with(SectorStatus.NON_TRIMMED));
        holes.addAll(map.with(SectorStatus.NON_SCRAPED));
        return holes.ranges().stream().limit(DiscMap.MOST_HOLES).toList();
    }

    /** The disc by states: each byte is in one set. */
    private Map<State, RangeSet> sets(RescueMap map, RangeSet finished) {
        var sets = new EnumMap<State, RangeSet>(State.class);
        var swept = finished.copy();
        rescued.forEach((state, set) -> {
            sets.put(state, finished.intersection(set));
            swept.removeAll(set);
        });
        var skipped = map.with(SectorStatus.NON_TRIMMED);
        skipped.addAll(map.with(SectorStatus.NON_SCRAPED));
        sets.put(State.FINISHED, swept);
        sets.put(State.SKIPPED, skipped);
        sets.put(State.BAD, map.with(SectorStatus.BAD));
        sets.put(State.NOT_TRIED, map.with(SectorStatus.NON_TRIED));
        return sets;
    }

    private Map<State, Long> sectors(Map<State, RangeSet> sets) {
        var sectors = new EnumMap<State, Long>(State.class);
        sets.forEach((state, set) -> {
            if (!set.isEmpty()) {
                sectors.put(state, Math.ceilDiv(set.sizeBytes(), sectorBytes));
            }
        });
        return sectors;
    }

    private static State state(
            Map<State, long[]> sums, int cell, long finishedBytes, long lengthBytes) {
        for (State trouble : List.of(State.BAD, State.SKIPPED)) {
            if (in(sums, trouble, cell) > 0) {
                return trouble;
            }
        }
        if (finishedBytes < lengthBytes) {
            return finishedBytes > 0 ? State.STARTED : State.NOT_TRIED;
        }
        for (State means : List.of(State.RETRIED, State.SCRAPED, State.TRIMMED)) {
            if (in(sums, means, cell) > 0) {
                return means;
            }
        }
        return State.FINISHED;
    }

    private static long in(Map<State, long[]> sums, State state, int cell) {
        long[] ofState = sums.get(state);
        return ofState == null ? 0 : ofState[cell];
    }

    /** Bytes of a set by cell. */
    private long[] sums(RangeSet set) {
        var sums = new long[cells];
        for (ByteRange range : set.ranges()) {
            for (int cell = first(range); cell <= last(range); cell++) {
                long start = Math.max(range.startBytes(), cell * cellBytes);
                long end = Math.min(range.endBytes(), (cell + 1) * cellBytes);
                sums[cell] += Math.max(0, end - start);
            }
        }
        return sums;
    }

    private int first(ByteRange range) {
        return (int) Math.clamp(range.startBytes() / cellBytes, 0L, cells - 1L);
    }

    private int last(ByteRange range) {
        return (int) Math.clamp((range.endBytes() - 1) / cellBytes, 0L, cells - 1L);
    }
}
