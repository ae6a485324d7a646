package dev.spindle.rescue;

import dev.spindle.drive.Drive;
import dev.spindle.range.ByteRange;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Draws pictures of a map, and remembers where going back has paid. One owner. */
public final class DiscMapper {
    private final long sizeBytes;
    private final int sectorBytes;
    private final long cellBytes;
    private final int cells;
    private final BitSet rescued = new BitSet();

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

    /** A read that went well. */
    public void good(ByteRange range, ReadCommand.Pass pass) {
        switch (pass) {
            case SWEEP, BACK -> {}
            case TRIM, SCRAPE, RETRY -> rescued.set(first(range), last(range) + 1);
        }
    }

    /** The picture of a map of that size; takes as long as the map has ranges. */
    public DiscMap draw(RescueMap map, long headBytes) {
        long[] finished = sums(map, SectorStatus.FINISHED);
        long[] bad = sums(map, SectorStatus.BAD);
        long[] trimmed = sums(map, SectorStatus.NON_TRIMMED);
        long[] scraped = sums(map, SectorStatus.NON_SCRAPED);
        var drawn = new ArrayList<DiscMap.Cell>(cells);
        for (int i = 0; i < cells; i++) {
            long length = Math.min(sizeBytes, (i + 1) * cellBytes) - i * cellBytes;
            boolean skipped = trimmed[i] + scraped[i] > 0;
            var state = state(i, finished[i], length, bad[i] > 0, skipped);
            drawn.add(new DiscMap.Cell(state, finished[i], bad[i]));
        }
        return new DiscMap(sizeBytes, sectorBytes, cellBytes, drawn, headBytes, holes(map));
    }

    private static List<ByteRange> holes(RescueMap map) {
        var holes = map.with(SectorStatus.BAD);
        holes.addAll(map.with(SectorStatus.NON_TRIMMED));
        holes.addAll(map.with(SectorStatus.NON_SCRAPED));
        return holes.ranges().stream().limit(DiscMap.MOST_HOLES).toList();
    }

    private DiscMap.State state(
            int cell, long finishedBytes, long lengthBytes, boolean isBad, boolean isSkipped) {
        if (isBad) {
            return DiscMap.State.BAD;
        }
        if (isSkipped) {
            return DiscMap.State.SKIPPED;
        }
        if (finishedBytes == lengthBytes) {
            return rescued.get(cell) ? DiscMap.State.RESCUED : DiscMap.State.FINISHED;
        }
        return finishedBytes > 0 ? DiscMap.State.STARTED : DiscMap.State.NOT_TRIED;
    }

    /** Bytes of a status by cell. */
    private long[] sums(RescueMap map, SectorStatus status) {
        var sums = new long[cells];
        for (ByteRange range : map.with(status).ranges()) {
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
