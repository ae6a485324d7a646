package dev.spindle.rescue;

import java.util.Optional;

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

    /** The status behind a character; empty for one of another program. */
    public static Optional<SectorStatus> of(char symbol) {
        for (SectorStatus status : values()) {
            if (status.symbol == symbol) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
