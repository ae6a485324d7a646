package dev.spindle.rescue;

/** State of a block, with GNU ddrescue's characters ("Mapfile structure" of its manual). */
public enum SectorStatus {
    NON_TRIED('?'),
    /** A read of several sectors failed here; which of them are bad is not known. */
    NON_TRIMMED('*'),
    NON_SCRAPED('/'),
    BAD('-'),
    FINISHED('+');

    private final char symbol;

    SectorStatus(char symbol) {
        this.symbol = symbol;
    }

    public char symbol() {
        return symbol;
    }

    /**
     * The status behind a character.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static SectorStatus of(char symbol) {
        for (SectorStatus status : values()) {
            if (status.symbol == symbol) {
                return status;
            }
        }
        throw new IllegalArgumentException("'" + symbol + "' is no block status");
    }
}
