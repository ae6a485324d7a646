package dev.spindle.rescue;

import dev.spindle.drive.Approach;

/**
 * What to read next.
 *
 * @param lba first sector
 * @param sectors how many
 * @param pass why
 * @param approach in which way
 */
public record ReadCommand(long lba, int sectors, Pass pass, Approach approach) {
    /** A plain read. */
    public ReadCommand(long lba, int sectors, Pass pass) {
        this(lba, sectors, pass, Approach.PLAIN);
    }

    /** The passes over the map, in the order in which they are begun. */
    public enum Pass {
        /** In order, in large reads, past what fails. */
        SWEEP('?'),
        /** What the sweep went past. */
        BACK('?'),
        /** Sector by sector from what was read well into what failed in a large read. */
        TRIM('*'),
        /** Sector by sector where nothing beside it was read well. */
        SCRAPE('/'),
        /** Bad sectors once more. */
        RETRY('-');

        private final char symbol;

        Pass(char symbol) {
            this.symbol = symbol;
        }

        /** ddrescue's phase character. */
        public char symbol() {
            return symbol;
        }
    }

    /** The sector behind the last one. */
    public long endLba() {
        return lba + sectors;
    }

    /** The status of what of it is not finished after it failed: a single sector is bad then. */
    public SectorStatus statusOfFailure() {
        return sectors == 1 ? SectorStatus.BAD : SectorStatus.NON_TRIMMED;
    }
}
