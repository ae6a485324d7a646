package dev.spindle.drive.medium;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a drive tells of the medium beside its sectors. Each part is empty where the drive did not
 * tell.
 *
 * @param profile current profile (MMC-6, table 92); 0 for none
 * @param toc the table of contents
 * @param state how a recordable disc stands
 * @param protectionSystem of the copyright information (MMC-6, READ DISC STRUCTURE format 01h): 0
 *     for none
 * @param isAacsCurrent whether the drive calls its AACS feature current, which it does for a disc
 *     that has AACS (MMC-6, feature 010Dh)
 * @param layerBreakLba first sector of a DVD's second layer
 * @param music what a CD with audio tracks tells of them
 */
public record Medium(
        OptionalInt profile,
        Optional<MediumToc> toc,
        Optional<MediumState> state,
        OptionalInt protectionSystem,
        boolean isAacsCurrent,
        OptionalLong layerBreakLba,
        Optional<MediumMusic> music) {
    /** Where the drive told nothing. */
    public static final Medium UNKNOWN =
            new Medium(
                    OptionalInt.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    false,
                    OptionalLong.empty(),
                    Optional.empty());

    /** The same with what was found of its music. */
    public Medium withMusic(Optional<MediumMusic> next) {
        return new Medium(
                profile, toc, state, protectionSystem, isAacsCurrent, layerBreakLba, next);
    }
}
