package dev.spindle.rip;

import dev.spindle.disc.DiscFacts;
import dev.spindle.os.FileFacts;
import dev.spindle.os.StorageFile;
import dev.spindle.rescue.RescueMap;
import dev.spindle.rip.files.RipFiles;
import dev.spindle.rip.staging.StagedImage;
import dev.spindle.rip.stream.DamageSpeed;

import java.util.Optional;

/**
 * A rip that may begin.
 *
 * @param speed how fast the drive is to go where
 * @param part opened and locked
 * @param map where an earlier run left off, or nothing tried
 * @param isComplete the image is whole already; only its sidecars may be missing
 * @param resumed whether an earlier run is gone on with
 * @param isForeign whether that was another program's
 * @param second another drive that reads too
 * @param music what is asked for of its music, with what an earlier run was asked for
 * @param staged the image that is moved on, where this is no rip but its second half
 */
record Prepared(
        HeldDrive drive,
        DamageSpeed speed,
        DiscFacts disc,
        DestinationReport destination,
        RipFiles files,
        StorageFile part,
        FileFacts partFacts,
        RescueMap map,
        boolean isComplete,
        boolean resumed,
        boolean isForeign,
        Optional<SecondReading> second,
        MusicWishes music,
        Optional<StagedImage> staged) {
    /** The same with a second drive, or without. */
    Prepared with(Optional<SecondReading> beside) {
        return new Prepared(
                drive,
                speed,
                disc,
                destination,
                files,
                part,
                partFacts,
                map,
                isComplete,
                resumed,
                isForeign,
                beside,
                music,
                staged);
    }
}
