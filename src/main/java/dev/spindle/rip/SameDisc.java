package dev.spindle.rip;

import dev.spindle.disc.DiscFacts;
import dev.spindle.drive.Drive;
import dev.spindle.run.StopToken;

import java.io.IOException;

/** Knows a disc again. For the reader. */
final class SameDisc {
    private SameDisc() {}

    /**
     * Whether the drive is there and holds the disc. A drive that is not, or not ready, is no
     * failure: it may be later.
     */
    static boolean isIn(Drive drive, DiscFacts disc, StopToken stop) {
        try {
            drive.awaitDisc(stop);
        } catch (IOException notThere) {
            return false;
        }
        if (stop.isStopped() || (drive instanceof HeldDrive held && !held.hasDiscOfItsLength())) {
            return false;
        }
        var sectors = new DriveSectors(drive);
        String identity = Discs.inspect(drive, sectors).identity();
        return sectors.driveFailure().isEmpty() && identity.equals(disc.identity());
    }
}
