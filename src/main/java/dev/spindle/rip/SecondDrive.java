package dev.spindle.rip;

import dev.spindle.disc.DiscFacts;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.rip.files.SpotCheck;
import dev.spindle.run.Activity;
import dev.spindle.run.RoleWorker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

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
            boolean isSame =
                    onSecond(() -> {
                        second.awaitDisc(watch.stopToken());
                        return isAlike(first, second, disc);
                    });
            if (!isSame || !holdSameSectors(first, second)) {
                throw new RipEndedException(
                        RipOutcome.REFUSED_INPUT,
                        "The disc in "
                                + address
                                + " is not the one in the first drive; put the same one into both,"
                                + " or another copy of it.");
            }
            return second;
        } catch (IOException problem) {
            throw new RipEndedException(
                    RipOutcome.REFUSED_INPUT, DiscSource.sentence(problem, address));
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

    private static boolean isAlike(HeldDrive first, HeldDrive second, DiscFacts disc) {
        return second.lengthBytes() == first.lengthBytes()
                && second.sectorBytes() == first.sectorBytes()
                && Discs.inspect(second, new DriveSectors(second))
                        .identity()
                        .equals(disc.identity());
    }

    /** Descriptors may be alike to the last byte; what can be read in both places tells more. */
    private boolean holdSameSectors(HeldDrive first, HeldDrive second)
            throws IOException, RipEndedException {
        var all = RangeSet.of(new ByteRange(0, first.lengthBytes()));
        var ours = on(roles.reader(), () -> SpotCheck.read(first, all));
        var theirs = onSecond(() -> SpotCheck.read(second, all));
        DriveFailures.check(ours.driveFailure());
        DriveFailures.check(theirs.driveFailure());
        Map<Long, ByteBuffer> known = new HashMap<>();
        ours.probes().forEach(probe -> known.put(probe.offsetBytes(), probe.content()));
        var common =
                theirs.probes().stream().filter(p -> known.containsKey(p.offsetBytes())).toList();
        return !common.isEmpty()
                && common.stream().allMatch(p -> p.content().equals(known.get(p.offsetBytes())));
    }
}
