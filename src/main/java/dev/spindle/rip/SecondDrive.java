package dev.spindle.rip;

import dev.spindle.disc.DiscFacts;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.rescue.Effort;
import dev.spindle.rip.files.SpotCheck;
import dev.spindle.run.Activity;
import dev.spindle.run.RoleWorker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Prepares another drive that reads the same disc, or another copy of it. For the conductor. */
final class SecondDrive {
    private final RipServices services;
    private final Roles roles;
    private final Watch watch;
    private final Holdings holdings;
    private final String address;

    /**
     * @param address of the second drive
     */
    SecondDrive(RipServices services, Roles roles, Watch watch, Holdings holdings, String address) {
        this.services = services;
        this.roles = roles;
        this.watch = watch;
        this.holdings = holdings;
        this.address = address;
    }

    /**
     * Opens it, and compares its disc with the first drive's.
     *
     * @throws RipEndedException where it is another disc, or can't be read
     */
    HeldDrive open(HeldDrive first, DiscFacts disc) throws RipEndedException {
        try {
            HeldDrive second = onSecond(() -> holdings.holdSecond(services.drives().open(address)));
            var sectors = new DriveSectors(second);
            boolean isAlike =
                    onSecond(() -> {
                        second.awaitDisc(watch.stopToken());
                        return isAlike(first, second, sectors, disc);
                    });
            check(sectors.driveFailure());
            if (!isAlike || !holdSameSectors(first, second)) {
                throw refused(
                        "The disc in "
                                + address
                                + " is not the one in the first drive, or its first sectors can't"
                                + " be read; put the same one into both, or another copy of it.");
            }
            return second;
        } catch (IOException problem) {
            throw refused(DiscSource.sentence(problem, address));
        }
    }

    /** Opens it, as {@link #open}, and makes ready what reads from it. */
    SecondReading reading(HeldDrive first, DiscFacts disc, Effort effort, Observation observation)
            throws RipEndedException {
        return new SecondReading(
                services.concurrency(),
                roles.second(),
                open(first, disc),
                first.sectorsPerRead(),
                effort,
                observation);
    }

    private static RipEndedException refused(String sentence) {
        return new RipEndedException(RipOutcome.REFUSED_INPUT, sentence);
    }

    /** It is the second drive that failed, and the first could do without it. */
    private void check(Optional<ReadOutcome> failure) throws RipEndedException {
        if (failure.isPresent()) {
            throw refused(
                    "The second drive, "
                            + address
                            + ", can't be used. "
                            + DriveFailures.sentence(failure.get()));
        }
    }

    /** What the second reader does, with its time booked. */
    @FunctionalInterface
    private interface Step<T> {
        T run() throws IOException;
    }

    private <T> T onSecond(Step<T> step) throws IOException, RipEndedException {
        return on(roles.second(), step);
    }

    private <T> T on(RoleWorker worker, Step<T> step) throws IOException, RipEndedException {
        return watch.prepare(
                worker,
                lease -> {
                    lease.enter(Activity.READING);
                    return step.run();
                });
    }

    private static boolean isAlike(
            HeldDrive first, HeldDrive second, DriveSectors sectors, DiscFacts disc) {
        return second.lengthBytes() == first.lengthBytes()
                && second.sectorBytes() == first.sectorBytes()
                && Discs.inspect(second, sectors).identity().equals(disc.identity());
    }

    /** Descriptors may be alike to the last byte; what can be read in both places tells more. */
    private boolean holdSameSectors(HeldDrive first, HeldDrive second)
            throws IOException, RipEndedException {
        var all = RangeSet.of(new ByteRange(0, first.lengthBytes()));
        var ours = on(roles.reader(), () -> SpotCheck.read(first, all));
        var theirs = onSecond(() -> SpotCheck.read(second, all));
        DriveFailures.check(ours.driveFailure());
        check(theirs.driveFailure());
        Map<Long, ByteBuffer> known = new HashMap<>();
        ours.probes().forEach(probe -> known.put(probe.offsetBytes(), probe.content()));
        var common =
                theirs.probes().stream().filter(p -> known.containsKey(p.offsetBytes())).toList();
        if (common.isEmpty()) {
            throw refused(
                    "Nothing tells whether the disc in "
                            + address
                            + " is the one in the first drive: no sector that was compared can be"
                            + " read for certain in both.");
        }
        return common.stream().allMatch(p -> p.content().equals(known.get(p.offsetBytes())));
    }
}
