package dev.spindle.rip.verify;

/**
 * A known hash beside the one that was found.
 *
 * @param foundHex of what the storage gave back, lower case
 */
public record HashCheck(KnownHash known, String foundHex) {
    public boolean isEqual() {
        return known.hex().equals(foundHex);
    }
}
