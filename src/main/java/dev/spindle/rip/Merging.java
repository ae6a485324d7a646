package dev.spindle.rip;

import dev.spindle.os.Storage;
import dev.spindle.range.SizeText;
import dev.spindle.rip.files.SpotCheck;
import dev.spindle.run.Activity;

import java.io.IOException;

/**
 * Looks at what another rip of the disc has read, before anything is taken from it. Run by the
 * conductor.
 */
final class Merging {
    private final Storage storage;
    private final Roles roles;
    private final Watch watch;
    private final Observation observation;

    Merging(Storage storage, Roles roles, Watch watch, Observation observation) {
        this.storage = storage;
        this.roles = roles;
        this.watch = watch;
        this.observation = observation;
    }

    /**
     * Has the drive hold it.
     *
     * @param map absolute path
     * @throws RipEndedException where it is of another disc, or can't be used
     */
    void prepare(HeldDrive drive, String map) throws RipEndedException {
        try {
            // It is a source like the drive, so its calls are the reader's.
            var source =
                    watch.prepare(
                            roles.reader(),
                            lease -> {
                                lease.enter(Activity.READING);
                                var opened = MergeSource.open(storage, map, drive.lengthBytes());
                                drive.hold(opened);
                                return opened;
                            });
            var probes =
                    watch.prepare(
                            roles.reader(),
                            lease -> {
                                lease.enter(Activity.READING);
                                return SpotCheck.read(drive, source.claim().finished());
                            });
            DriveFailures.check(probes.driveFailure());
            if (probes.probes().isEmpty()) {
                throw new IOException(
                        "nothing tells whether "
                                + source.image()
                                + " is of this disc: none of what it has can be read here");
            }
            boolean isSame =
                    watch.prepare(
                            roles.reader(),
                            lease -> {
                                lease.enter(Activity.READING);
                                return SpotCheck.matches(
                                        storage,
                                        source.claim(),
                                        probes.probes(),
                                        observation::readBack);
                            });
            if (!isSame) {
                throw new RipEndedException(
                        RipOutcome.REFUSED_INPUT,
                        source.image()
                                + " holds other data than this disc; name the map of a rip of the"
                                + " same disc.");
            }
            observation.noticed(
                    "merge",
                    SizeText.format(source.finishedBytes())
                            + " are taken from "
                            + source.image()
                            + "; the drive reads the rest.");
        } catch (IOException problem) {
            throw new RipEndedException(
                    RipOutcome.REFUSED_INPUT, DiscSource.sentence(problem, map));
        }
    }
}
