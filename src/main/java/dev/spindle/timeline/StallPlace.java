package dev.spindle.timeline;

import java.util.Optional;

/** Sectors that one stall, or several in a row, were about. */
record StallPlace(long lowestLba, long highestLba) {
    /** How a cause tells its place. */
    private static final String AT_LBA = " at LBA ";

    /** A cause may end with one. */
    static Optional<StallPlace> in(String cause) {
        int at = cause.indexOf(AT_LBA);
        try {
            long lba = at < 0 ? -1 : Long.parseLong(cause.substring(at + AT_LBA.length()));
            return at < 0 ? Optional.empty() : Optional.of(new StallPlace(lba, lba));
        } catch (NumberFormatException noPlace) {
            return Optional.empty();
        }
    }

    static String without(String cause) {
        return cause.substring(0, cause.indexOf(AT_LBA));
    }

    StallPlace with(StallPlace other) {
        return new StallPlace(
                Math.min(lowestLba, other.lowestLba), Math.max(highestLba, other.highestLba));
    }

    String text() {
        return lowestLba == highestLba
                ? AT_LBA + lowestLba
                : " between LBA " + lowestLba + " and " + highestLba;
    }
}
