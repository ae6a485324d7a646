package dev.spindle.rescue;

import dev.spindle.drive.Drive;
import dev.spindle.range.ByteRange;

import java.util.List;
import java.util.Map;

/**
 * A picture of a whole disc in few cells, each as many bytes as the others except the last.
 * Immutable.
 *
 * @param sizeBytes of the image; 0 while it is not known
 * @param sectorBytes of each sector in the image
 * @param cellBytes of each cell but the last, a multiple of a sector; 0 without cells
 * @param cells in the order of the disc, at most {@value #MOST_CELLS}
 * @param headBytes where the last read began
 * @param holes what failed or was passed over, the first {@value #MOST_HOLES} of them in order
 * @param sectorsByState how many sectors of the disc are in the state, a begun one included; none
 *     is {@link State#STARTED}
 */
public record DiscMap(
        long sizeBytes,
        int sectorBytes,
        long cellBytes,
        List<Cell> cells,
        long headBytes,
        List<ByteRange> holes,
        Map<State, Long> sectorsByState) {
    public static final int MOST_HOLES = 1000;
    public static final int MOST_CELLS = 640;

    public DiscMap {
        cells = List.copyOf(cells);
        holes = List.copyOf(holes);
        sectorsByState = Map.copyOf(sectorsByState);
    }

    /**
     * What is told of a cell: the worst that is in it, or else the most. Of what was read well the
     * means counts that came last: the one that it took.
     */
    public enum State {
        NOT_TRIED,
        /** Some of it was read well, and the rest was not tried. */
        STARTED,
        /** By the sweep, or by an earlier run. */
        FINISHED,
        /** Some of it only sector by sector, from the edge of the damage. */
        TRIMMED,
        /** Some of it only sector by sector, inside the damage. */
        SCRAPED,
        /** Some of it only after it had failed by itself. */
        RETRIED,
        /** A read failed here or was passed over; what is bad is not known yet. */
        SKIPPED,
        /** Sectors that could not be read. */
        BAD
    }

    /**
     * One cell.
     *
     * @param finishedBytes read well
     * @param badBytes in sectors that could not be read
     */
    public record Cell(State state, long finishedBytes, long badBytes) {}

    /** Before the disc is known. */
    public static DiscMap none() {
        return new DiscMap(0, Drive.SECTOR_BYTES, 0, List.of(), 0, List.of(), Map.of());
    }

    public long startBytes(int cell) {
        return cell * cellBytes;
    }

    public long endBytes(int cell) {
        return Math.min(sizeBytes, (cell + 1) * cellBytes);
    }

    /** The cell that the head is in; -1 without cells. */
    public int headCell() {
        return cells.isEmpty()
                ? -1
                : (int) Math.clamp(headBytes / cellBytes, 0L, cells.size() - 1L);
    }

    /** How many sectors of the disc are in the state. */
    public long sectors(State state) {
        return sectorsByState.getOrDefault(state, 0L);
    }

    /** How many cells are in the state. */
    public long count(State state) {
        return cells.stream().filter(cell -> cell.state() == state).count();
    }
}
