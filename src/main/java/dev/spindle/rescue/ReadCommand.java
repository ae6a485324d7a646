package dev.spindle.rescue;

/**
 * What to read next.
 *
 * @param lba first sector
 * @param sectors how many
 * @param pass why
 */
public record ReadCommand(long lba, int sectors, Pass pass) {
    /** The passes over the map, in the order in which they come. */
    public enum Pass {
        /** In order, in large reads. */
        SWEEP('?'),
        /** Sector by sector, through what failed in a large read. */
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
}
