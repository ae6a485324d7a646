package dev.spindle.rip;

import dev.spindle.rip.files.RipFiles;
import dev.spindle.rip.staging.StagedImage;
import dev.spindle.run.Activity;

import java.io.IOException;
import java.util.Optional;

/**
 * Opens an image that is to be moved on. Run by the conductor; the reader makes the file calls, as
 * it reads the image afterwards.
 */
record StagedSource(RipServices services, Roles roles, Watch watch, Holdings holdings) {
    Origin open(RipFiles files) throws RipEndedException {
        try {
            return watch.prepareStorage(
                    roles.reader(),
                    lease -> {
                        lease.enter(Activity.FILING);
                        var opened = StagedImage.open(services.storage(), files);
                        var staged = opened.image();
                        var drive = holdings.hold(opened.drive());
                        drive.awaitDisc(watch.stopToken());
                        var seen = Discs.inspect(drive, new DriveSectors(drive));
                        return new Origin(drive, staged.disc(seen), Optional.of(staged));
                    });
        } catch (IOException problem) {
            throw new RipEndedException(
                    RipOutcome.REFUSED_INPUT, DiscSource.sentence(problem, files.image()));
        }
    }
}
