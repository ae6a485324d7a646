package dev.spindle.rip;

import dev.spindle.disc.DiscFacts;
import dev.spindle.run.StopToken;

import java.io.IOException;

/** Knows a disc again. For the reader. */
final class SameDisc {
    private SameDisc() {}

    /**
     * Whether the drive is there and holds the disc. A drive that is not, or not ready, is no
     * failure: it may be later.
     */
    static boolean isIn(HeldDrive drive, DiscFacts disc, StopToken stop) {
        try {
            drive.awaitDisc(stop);
        } catch (IOException notThere) {
            return false;
        }
        if (stop.isStopped() || !drive.holdsWhatWasRead(stop)) {
            return false;
        }
        var sectors = new DriveSectors(drive);
        String identity = Discs.inspect(drive, sectors).identity();
        boolean isSame = sectors.driveFailure().isEmpty() && identity.equals(disc.identity());
        if (isSame) {
            drive.trust();
        }
        return isSame;
    }
}
