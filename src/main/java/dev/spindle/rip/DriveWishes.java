package dev.spindle.rip;

import dev.spindle.disc.toc.MediumFacts;
import dev.spindle.drive.medium.Medium;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the user asks of a real drive; an image does none of it.
 *
 * @param speed how fast to read; empty to read as fast as the drive can, and slower where the disc
 *     is damaged
 * @param eject whether the disc comes out once its image is complete
 * @param second another drive, which holds the same disc or another copy of it and reads too
 */
public record DriveWishes(Optional<ReadSpeed> speed, boolean eject, Optional<String> second) {
    /** Nothing. */
    public static final DriveWishes NONE = new DriveWishes(Optional.empty(), false);

    /** Of one drive. */
    public DriveWishes(Optional<ReadSpeed> speed, boolean eject) {
        this(speed, eject, Optional.empty());
    }

    private static final int SLOW_CD = 8;
    private static final int SLOW_DVD = 4;
    private static final int SLOW_BLU_RAY = 2;

    /**
     * How fast to read damaged places, in bytes of user data a second: what drives read CDs, DVDs
     * and Blu-ray discs with from their inner to their outer edge without hurrying. Empty where the
     * user's speed is to hold everywhere.
     */
    OptionalLong speedInDamage(Medium medium) {
        if (speed.isPresent()) {
            return OptionalLong.empty();
        }
        var family = MediumFacts.of(medium).family();
        int factor =
                switch (family) {
                    case CD -> SLOW_CD;
                    case DVD, UNKNOWN -> SLOW_DVD;
                    case HD_DVD, BLU_RAY -> SLOW_BLU_RAY;
                };
        return OptionalLong.of(new ReadSpeed.Times(factor).bytesPerSecond(family));
    }
}
