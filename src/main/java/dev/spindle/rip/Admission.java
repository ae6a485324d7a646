package dev.spindle.rip;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.range.SizeText;
import dev.spindle.rip.files.Destination;
import dev.spindle.rip.files.RipFiles;
import dev.spindle.run.Activity;
import dev.spindle.run.RoleWorker;
import dev.spindle.timeline.Side;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Whether a destination can take an image at all; refusals are one sentence. For the conductor. */
final class Admission {
    /** Room for map, record and the file system's own needs beside the image. */
    private static final long MARGIN_BYTES = 1L << 20;

    /** How often a destination is asked that was away: it tells nobody when it is back. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private static final String SILENT = "the destination did not answer";

    private final Destination destinations;
    private final String folder;
    private final Roles roles;
    private final Watch watch;

    Admission(Destination destinations, String folder, Roles roles, Watch watch) {
        this.destinations = destinations;
        this.folder = folder;
        this.roles = roles;
        this.watch = watch;
    }

    /** Looks at the folder, and whether a file of that size may lie there. */
    DestinationReport look(long imageBytes) throws IOException, RipEndedException {
        DestinationReport report =
                watch.prepareStorage(
                        roles.syncer(),
                        lease -> {
                            lease.enter(Activity.FILING);
                            return destinations.look(folder);
                        });
        return checked(report, imageBytes);
    }

    private DestinationReport checked(DestinationReport report, long imageBytes)
            throws RipEndedException {
        watch.destinationIsAt(report.place());
        var refusal = refusal(report, imageBytes);
        if (refusal.isPresent()) {
            throw refused(refusal.get());
        }
        return report;
    }

    /** Why no such image may lie there, without the full stop; empty where it may. */
    static Optional<String> refusal(DestinationReport report, long imageBytes) {
        if (!report.writable()) {
            return Optional.of(
                    report.folder() + " lies on a read-only file system; choose another");
        }
        return imageBytes <= report.maxFileBytes()
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "%s can't hold a file of %s: the limit there is %s (%s); choose"
                                        + " another folder",
                                report.folder(),
                                SizeText.format(imageBytes),
                                SizeText.format(report.maxFileBytes()),
                                report.kind().name()));
    }

    /**
     * What would refuse the image after an hour of ripping is better told before it. Where nobody
     * answers the disc can be ripped all the same: by the time that it is, somebody may. So it can
     * in the place of an earlier rip, which has ended for this one.
     */
    Optional<DestinationReport> lookAhead(
            long imageBytes, Predecessor before, Observation observation)
            throws IOException, RipEndedException {
        var there = lookAhead(imageBytes, before);
        if (there.isEmpty()) {
            observation.noticed(
                    "staging",
                    folder
                            + " does not answer now; the disc is ripped first, and the image is"
                            + " moved there afterwards.");
            return there;
        }
        if (imageBytes > there.get().freeBytes()) {
            observation.noticed(
                    "staging",
                    String.format(
                            Locale.ROOT,
                            "%s has %s free, and %s will be moved there; free some space"
                                    + " meanwhile.",
                            folder,
                            SizeText.format(there.get().freeBytes()),
                            SizeText.format(imageBytes)));
        }
        return there;
    }

    private Optional<DestinationReport> lookAhead(long imageBytes, Predecessor before)
            throws IOException, RipEndedException {
        if (before.isInTheWay()) {
            return Optional.empty();
        }
        try {
            var found = whoAnswers(roles.lookout());
            if (found.isEmpty() || (before.existed() && isRefused(found.get(), imageBytes))) {
                return Optional.empty();
            }
            return Optional.of(checked(found.get(), imageBytes));
        } catch (IOException problem) {
            if (before.existed()) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    private static boolean isRefused(DestinationReport there, long imageBytes) {
        return refusal(there, imageBytes).isPresent();
    }

    /** Empty where the destination is silent, or says that it is away. */
    private Optional<DestinationReport> whoAnswers(RoleWorker worker)
            throws IOException, RipEndedException {
        try {
            return watch.lookAhead(
                    worker,
                    lease -> {
                        lease.enter(Activity.FILING);
                        return destinations.look(folder);
                    });
        } catch (OsException problem) {
            if (isAway(problem.errno())) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    /** Soft mounts of NFS answer with EIO, and its servers with ESTALE once they were restarted. */
    private static boolean isAway(Errno errno) {
        return errno.meansAway() || errno == Errno.EIO || errno == Errno.ESTALE;
    }

    /**
     * Looks at it as {@link #look} does, and waits for it as long as it takes: what is to be moved
     * there is safe meanwhile. A stop ends that. The time is the destination's.
     */
    DestinationReport awaitAnswer(
            long imageBytes, Predecessor before, RipFiles staged, Observation observation)
            throws IOException, RipEndedException {
        String sentence = Moves.waits(staged.folder(), folder);
        long startNanos = watch.nanoTime();
        boolean isTold = false;
        try {
            while (true) {
                if (!before.isInTheWay() && roles.stuckInStorage() == 0) {
                    var found = whoAnswers(roles.syncer());
                    if (found.isPresent()) {
                        return checked(found.get(), imageBytes);
                    }
                }
                if (!isTold) {
                    observation.noticed("staging", sentence);
                    isTold = true;
                }
                observation.notice(sentence);
                watch.rest(BETWEEN_LOOKS);
            }
        } finally {
            if (isTold) {
                observation.notice("");
                observation
                        .stallReporter()
                        .stalled("reader", startNanos, watch.nanoTime(), Side.STORAGE, SILENT);
            }
        }
    }

    /**
     * Both folders of a staged rip must be two, and the destination the one that was looked at.
     *
     * @param ahead where the image will be moved to
     * @param destination where it is written now
     */
    static void checkPlaces(
            Course course, Optional<DestinationReport> ahead, DestinationReport destination)
            throws RipEndedException {
        boolean isOneFolder =
                ahead.filter(there -> there.exists() && destination.exists())
                        .filter(there -> there.place().isSameFileAs(destination.place()))
                        .isPresent();
        if (isOneFolder) {
            throw new RipEndedException(
                    RipOutcome.REFUSED_INPUT,
                    destination.folder()
                            + " is where -o leads to; name another folder for --staging.");
        }
        boolean isAnother =
                course instanceof Course.FromStaging(_, var seen, _)
                        && seen.filter(place -> !place.isSameFileAs(destination.place()))
                                .isPresent();
        if (isAnother) {
            throw refused(
                    destination.folder()
                            + " is not the folder that it was before the rip; mount it again");
        }
    }

    void checkSpace(DestinationReport destination, long neededBytes) throws RipEndedException {
        if (neededBytes + MARGIN_BYTES > destination.freeBytes()) {
            throw refused(
                    String.format(
                            Locale.ROOT,
                            "%s has %s free, and %s are needed; free some space or choose"
                                    + " another folder",
                            folder,
                            SizeText.format(destination.freeBytes()),
                            SizeText.format(neededBytes + MARGIN_BYTES)));
        }
    }

    /** Two drives write at both ends: not every file system can leave out what lies between. */
    static void checkGaps(DestinationReport destination) throws RipEndedException {
        if (!destination.kind().hasGaps()) {
            throw refused(
                    destination.kind().name()
                            + " can't hold a file with gaps, which a second drive makes; leave"
                            + " out --also, or rip to another disk");
        }
    }

    private static RipEndedException refused(String sentence) {
        return new RipEndedException(RipOutcome.DESTINATION_FAILED, sentence + ".");
    }
}
