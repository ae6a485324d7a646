package dev.spindle.rip;

import java.util.Optional;

/**
 * What the user asks of a real drive; an image does none of it.
 *
 * @param speed how fast to read; empty to read as fast as the drive can, and slower where the disc
 *     is damaged
 * @param eject whether the disc comes out once its image is complete
 */
public record DriveWishes(Optional<ReadSpeed> speed, boolean eject) {
    /** Nothing. */
    public static final DriveWishes NONE = new DriveWishes(Optional.empty(), false);
}
