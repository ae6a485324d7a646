package dev.spindle.rip;

import dev.spindle.disc.DiscFacts;
import dev.spindle.os.StorageFile;
import dev.spindle.rescue.RescueMap;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.rip.files.Destination;
import dev.spindle.rip.files.ImageFormat;
import dev.spindle.rip.files.KeptRecord;
import dev.spindle.rip.files.PartFile;
import dev.spindle.rip.files.RipFiles;
import dev.spindle.rip.files.SpotCheck;
import dev.spindle.rip.files.StartDecision;
import dev.spindle.rip.files.StartPlanner;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.stream.DamageSpeed;
import dev.spindle.run.Activity;

import java.io.IOException;
import java.util.Optional;

/**
 * Everything before the first byte: opens the drive, looks at disc and destination, finds the name,
 * and refuses what can't work. What it made it takes back where it refuses. Run by the conductor.
 */
final class Preparation {
    /** So often a name that another rip has taken meanwhile is looked at once more. */
    private static final int TRIES = 3;

    private final RipServices services;
    private final RipRequest request;
    private final Roles roles;
    private final Watch watch;
    private final Observation observation;
    private final Holdings holdings;
    private final Destination destinations;
    private final Admission admission;
    private final Course course;
    private volatile boolean madeFolder;

    Preparation(
            RipServices services,
            RipRequest request,
            Course course,
            Roles roles,
            Watch watch,
            Holdings holdings,
            Observation observation) {
        this.services = services;
        this.request = request;
        this.course = course;
        this.roles = roles;
        this.watch = watch;
        this.observation = observation;
        this.holdings = holdings;
        this.destinations = new Destination(services.storage());
        this.admission = new Admission(destinations, request.folder(), roles, watch);
    }

    Prepared run() throws RipEndedException {
        Origin origin = origin();
        HeldDrive drive = origin.drive();
        DiscFacts disc = origin.disc();
        String base = origin.baseName(request.name(), services.wallClock());
        if (request.merge().isPresent()) {
            new Merging(services.storage(), roles, watch, observation)
                    .prepare(drive, request.merge().get());
        }
        Optional<SecondReading> second = second(drive, disc);
        observation.title(disc.label().filter(l -> !l.isBlank()).orElse(base));
        observation.disc(disc.details());
        observation.total(drive.lengthBytes());
        disc.protection()
                .ifPresent(name -> observation.noticed("protection", DiscNotices.protection(name)));
        try {
            var ahead = lookAhead(drive.lengthBytes());
            var destination = look(drive.lengthBytes());
            Admission.checkPlaces(course, ahead, destination);
            if (second.isPresent()) {
                Admission.checkGaps(destination);
            }
            for (int attempt = 1; ; attempt++) {
                var prepared = start(origin, destination, base);
                if (prepared.isPresent()) {
                    return prepared.get().with(second);
                }
                if (attempt == TRIES) {
                    throw new RipEndedException(
                            RipOutcome.DESTINATION_FAILED,
                            base + " is held by another rip; try again when that has ended.");
                }
            }
        } catch (IOException problem) {
            takeBack();
            throw new RipEndedException(
                    RipOutcome.DESTINATION_FAILED, DiscSource.sentence(problem, request.folder()));
        } catch (RipEndedException refused) {
            takeBack();
            throw refused;
        }
    }

    private Origin origin() throws RipEndedException {
        if (course instanceof Course.FromStaging(RipFiles staged, _, _)) {
            watch.speaksOf(staged.folder());
            var opened = new StagedSource(services, roles, watch, holdings).open(staged);
            watch.speaksOf(request.folder());
            return opened;
        }
        var source = new DiscSource(services, request, roles, watch, holdings, observation);
        HeldDrive drive = source.open();
        return new Origin(drive, source.inspect(drive, request.wishes()), Optional.empty());
    }

    /** Where it goes now. */
    private DestinationReport look(long imageBytes) throws IOException, RipEndedException {
        boolean waits = course.predecessor().existed();
        return waits && course instanceof Course.FromStaging(RipFiles staged, _, var before)
                ? admission.awaitAnswer(imageBytes, before, staged, observation)
                : admission.look(imageBytes);
    }

    /** Where the image will be moved to; empty where it is not moved. */
    private Optional<DestinationReport> lookAhead(long imageBytes)
            throws IOException, RipEndedException {
        if (!(course instanceof Course.ToStaging(String target, var seen, var before))) {
            return Optional.empty();
        }
        watch.speaksOf(target);
        var there =
                new Admission(destinations, target, roles, watch)
                        .lookAhead(imageBytes, before, observation);
        watch.speaksOf(request.folder());
        there.map(DestinationReport::place).ifPresent(seen::set);
        return there;
    }

    private Optional<SecondReading> second(HeldDrive drive, DiscFacts disc)
            throws RipEndedException {
        var address = request.wishes().second();
        return address.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new SecondDrive(services, roles, watch, holdings, address.get())
                                .reading(drive, disc, request.effort(), observation));
    }

    /** Finds the name and opens the file; empty where another rip was faster. */
    private Optional<Prepared> start(Origin origin, DestinationReport destination, String base)
            throws IOException, RipEndedException {
        HeldDrive drive = origin.drive();
        var planner =
                new StartPlanner(
                        services.storage(),
                        request.folder(),
                        base,
                        origin.disc().identity(),
                        drive.lengthBytes(),
                        request.resume(),
                        course.takesWhatIsFinished() || becomesTracks(origin.disc()),
                        ImageFormat.of(drive));
        while (true) {
            var choice =
                    watch.prepareStorage(
                            roles.syncer(),
                            lease -> {
                                lease.enter(Activity.FILING);
                                return planner.next();
                            });
            var decision = checked(planner, origin, choice);
            if (decision instanceof StartDecision.NextName) {
                continue;
            }
            if (decision instanceof StartDecision.Refuse(RipOutcome outcome, String why)) {
                throw new RipEndedException(outcome, why + ".");
            }
            var there = mapOf(decision, drive.lengthBytes());
            var map = origin.staged().map(image -> image.stillToMove(there)).orElse(there);
            if (!(decision instanceof StartDecision.Complete)) {
                long missing = drive.lengthBytes() - map.bytes(SectorStatus.FINISHED);
                long freed = decision instanceof StartDecision.StartOver(_, long bytes) ? bytes : 0;
                admission.checkSpace(destination, missing - freed);
            }
            return open(origin, destination, choice.files(), decision, map);
        }
    }

    /** Of an image that is whole, the tracks are still to be made. */
    private boolean becomesTracks(DiscFacts disc) {
        return disc.details().toc().filter(request.music()::wantsTracks).isPresent();
    }

    /** Where content is to be gone on with, it must be this disc's. */
    private StartDecision checked(StartPlanner planner, Origin origin, StartPlanner.Choice choice)
            throws IOException, RipEndedException {
        var drive = origin.drive();
        var claim =
                SpotCheck.Claim.of(choice.decision(), choice.files(), drive.lengthBytes())
                        .map(origin::comparable);
        if (claim.isEmpty()) {
            return choice.decision();
        }
        var probes =
                watch.prepare(
                        roles.reader(),
                        lease -> {
                            lease.enter(Activity.READING);
                            return SpotCheck.read(drive, claim.get().finished());
                        });
        DriveFailures.check(probes.driveFailure());
        boolean isUnproven =
                choice.decision() instanceof StartDecision.Resume(_, _, boolean isPartial)
                        && isPartial
                        && probes.probes().isEmpty()
                        && !claim.get().finished().isEmpty();
        if (isUnproven) {
            return planner.contentUnproven(claim.get());
        }
        boolean same =
                watch.prepareStorage(
                        roles.syncer(),
                        lease -> {
                            lease.enter(Activity.FILING);
                            return SpotCheck.matches(
                                    services.storage(),
                                    claim.get(),
                                    probes.probes(),
                                    observation::readBack);
                        });
        return same ? choice.decision() : planner.contentDiffers(claim.get());
    }

    private Optional<Prepared> open(
            Origin origin,
            DestinationReport destination,
            RipFiles files,
            StartDecision decision,
            RescueMap map)
            throws IOException, RipEndedException {
        boolean complete = decision instanceof StartDecision.Complete;
        var part =
                watch.prepareStorage(
                        roles.syncer(),
                        lease -> {
                            lease.enter(Activity.FILING);
                            if (!destination.exists()) {
                                madeFolder = destinations.make(request.folder(), lease);
                            }
                            var opener = new PartFile(services.storage(), lease);
                            var opened =
                                    complete
                                            ? opener.openImage(files)
                                            : opener.open(files, decision);
                            return opened.isEmpty()
                                    ? Optional.<StorageFile>empty()
                                    : Optional.of(holdings.hold(opened.get()));
                        });
        if (part.isEmpty()) {
            return Optional.empty();
        }
        var facts = watch.prepareStorage(roles.syncer(), lease -> part.get().facts());
        boolean resumed =
                decision instanceof StartDecision.Resume
                        || decision instanceof StartDecision.Reopen;
        var music = music(files);
        observation.music(music);
        observation.destination(destination.kind(), files.image());
        var drive = origin.drive();
        return Optional.of(
                new Prepared(
                        drive,
                        new DamageSpeed(drive, request.wishes().speedInDamage(drive.medium())),
                        origin.disc(),
                        destination,
                        files,
                        part.get(),
                        facts,
                        map,
                        complete,
                        resumed,
                        decision instanceof StartDecision.Resume(_, boolean foreign, _) && foreign,
                        Optional.empty(),
                        music,
                        origin.staged()));
    }

    /** Who says only that a rip is to go on wants what was wanted when it began. */
    private MusicWishes music(RipFiles files) throws IOException, RipEndedException {
        if (request.resume() != RipRequest.ResumeMode.RESUME) {
            return request.music();
        }
        var earlier =
                watch.prepareStorage(
                        roles.syncer(),
                        lease -> {
                            lease.enter(Activity.FILING);
                            return KeptRecord.read(services.storage(), files.record());
                        });
        return earlier.flatMap(RipRecord::wishes)
                .map(request.music()::goingOnWith)
                .orElse(request.music());
    }

    private static RescueMap mapOf(StartDecision decision, long bytes) {
        return switch (decision) {
            case StartDecision.Resume(RescueMap map, _, _) -> map;
            case StartDecision.Reopen(RescueMap map) -> map;
            default -> new RescueMap(bytes);
        };
    }

    /**
     * Of a rip that ended before its first byte nothing stays: neither its files nor its folder.
     */
    void takeBack(Prepared ready) {
        if (!ready.resumed() && !ready.isComplete()) {
            var _ =
                    watch.tryBriefly(
                            roles.syncer(),
                            lease -> {
                                lease.enter(Activity.FILING);
                                new PartFile(services.storage(), lease).remove(ready.files());
                                return true;
                            });
        }
        takeBack();
    }

    /** A folder that was made for this rip goes again, where nothing came of it. */
    private void takeBack() {
        if (madeFolder) {
            var _ =
                    watch.tryBriefly(
                            roles.syncer(),
                            lease -> {
                                lease.enter(Activity.FILING);
                                destinations.unmake(request.folder());
                                return true;
                            });
        }
    }
}
