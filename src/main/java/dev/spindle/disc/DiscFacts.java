package dev.spindle.disc;

import dev.spindle.disc.toc.MediumFacts;

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
 * @param details what is known beyond that
 */
public record DiscFacts(
        Kind kind,
        Optional<String> label,
        String identity,
        long bytes,
        long sectors,
        DiscSizes sizes,
        Optional<String> protection,
        DiscDetails details) {
    /** Where nothing else is known than this, and what follows from the sizes. */
    public DiscFacts(
            Kind kind,
            Optional<String> label,
            String identity,
            long bytes,
            long sectors,
            DiscSizes sizes,
            Optional<String> protection) {
        this(
                kind,
                label,
                identity,
                bytes,
                sectors,
                sizes,
                protection,
                DiscDetails.ofNotes(SizeCheck.notes(sizes, MediumFacts.NONE, false)));
    }

    /** What is in the tray, as far as the structures tell. */
    public enum Kind {
        AUDIO_CD,
        /** Data in the first track, audio behind it. */
        MIXED_CD,
        /** Audio, and data in a session behind it. */
        ENHANCED_CD,
        VIDEO_CD,
        SUPER_VIDEO_CD,
        DVD_VIDEO,
        DVD_AUDIO,
        HD_DVD_VIDEO,
        BLU_RAY_VIDEO,
        /** Recorded from television (BDAV). */
        BLU_RAY_RECORDING,
        ISO_9660,
        UDF,
        ISO_AND_UDF,
        /** Nothing was ever written to it. */
        BLANK,
        /** No file system that Spindle knows. */
        DATA
    }
}
