package dev.spindle.disc;

import java.util.Optional;

/**
 * What is known of a disc or image.
 *
 * @param kind what people call it
 * @param label volume label, verbatim but for control characters
 * @param identity hex digest that survives a restart and needs only the disc's first structures
 * @param bytes exact length
 * @param sectors whole and partial sectors of 2048 bytes
 * @param sizes what each structure claims
 * @param protection name of the copy protection that the structures show
 */
public record DiscFacts(
        Kind kind,
        Optional<String> label,
        String identity,
        long bytes,
        long sectors,
        DiscSizes sizes,
        Optional<String> protection) {
    /** What is in the tray, as far as the structures tell. */
    public enum Kind {
        ISO_9660,
        UDF,
        ISO_AND_UDF,
        /** No file system that Spindle knows. */
        DATA
    }
}
