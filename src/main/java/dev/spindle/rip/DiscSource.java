package dev.spindle.rip;

import dev.spindle.disc.DiscFacts;
import dev.spindle.disc.toc.MediumFacts;
import dev.spindle.drive.Drive;
import dev.spindle.drive.NoDiscException;
import dev.spindle.run.Activity;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Opens what the user named and looks at the disc in it. Run by the conductor. */
final class DiscSource {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final RipServices services;
    private final String address;
    private final Roles roles;
    private final Watch watch;
    private final Holdings holdings;
    private final Observation observation;
    private final Duration patience;

    /**
     * @param request names the drive, and how long a disc is waited for
     */
    DiscSource(
            RipServices services,
            RipRequest request,
            Roles roles,
            Watch watch,
            Holdings holdings,
            Observation observation) {
        this.services = services;
        this.address = request.drive();
        this.patience = request.patience();
        this.observation = observation;
        this.roles = roles;
        this.watch = watch;
        this.holdings = holdings;
    }

    HeldDrive open() throws RipEndedException {
        try {
            return watch.prepare(
                    roles.reader(),
                    lease -> {
                        lease.enter(Activity.FILING);
                        return holdings.hold(services.drives().open(address));
                    });
        } catch (IOException problem) {
            throw new RipEndedException(RipOutcome.REFUSED_INPUT, sentence(problem, address));
        }
    }

    DiscFacts inspect(Drive drive, DriveWishes wishes) throws RipEndedException {
        awaitDisc(drive, wishes);
        var sectors = new DriveSectors(drive);
        try {
            DiscFacts disc =
                    watch.prepare(
                            roles.reader(),
                            lease -> {
                                lease.enter(Activity.READING);
                                return Discs.inspect(drive, sectors);
                            });
            DriveFailures.check(sectors.driveFailure());
            return disc;
        } catch (IOException problem) {
            throw new RipEndedException(RipOutcome.DRIVE_FAILED, sentence(problem, address));
        }
    }

    /** A drive without a disc is asked again, as long as the user allows. */
    private void awaitDisc(Drive drive, DriveWishes wishes) throws RipEndedException {
        var concurrency = services.concurrency();
        var deadline = concurrency.in(patience);
        while (true) {
            try {
                lookForDisc(drive, wishes);
                return;
            } catch (NoDiscException none) {
                if (deadline.hasPassed(concurrency.nanoTime())) {
                    throw new RipEndedException(RipOutcome.REFUSED_INPUT, sentence(none, address));
                }
                observation.notice("Waiting for a disc in " + address);
                var _ =
                        concurrency
                                .gate("disc")
                                .pause(concurrency.in(BETWEEN_LOOKS), watch.stopToken());
            }
        }
    }

    private void lookForDisc(Drive drive, DriveWishes wishes)
            throws RipEndedException, NoDiscException {
        try {
            boolean isBlank =
                    watch.prepare(
                            roles.reader(),
                            lease -> {
                                lease.enter(Activity.READING);
                                drive.awaitDisc(watch.stopToken());
                                if (wishes.speed().isPresent()) {
                                    setSpeed(drive, wishes.speed());
                                }
                                return drive.lengthBytes() == 0;
                            });
            if (isBlank) {
                throw new RipEndedException(
                        RipOutcome.REFUSED_INPUT,
                        "the disc in " + address + " is blank; insert one that holds something.");
            }
        } catch (NoDiscException none) {
            throw none;
        } catch (IOException problem) {
            throw new RipEndedException(RipOutcome.REFUSED_INPUT, sentence(problem, address));
        }
    }

    /** Asked once: the drive asks for it again where it must. Empty for the fastest. */
    static void setSpeed(Drive drive, Optional<ReadSpeed> speed) {
        var family = MediumFacts.of(drive.medium()).family();
        drive.setSpeed(
                speed.map(wish -> OptionalLong.of(wish.bytesPerSecond(family)))
                        .orElse(OptionalLong.empty()));
    }

    /** One sentence about a problem. */
    static String sentence(IOException problem, String about) {
        String message = problem.getMessage();
        return (message == null ? about + " can't be used" : message) + ".";
    }
}
