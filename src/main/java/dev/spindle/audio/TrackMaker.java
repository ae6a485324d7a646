package dev.spindle.audio;

import dev.spindle.audio.secure.Confirmation;
import dev.spindle.audio.track.Edges;
import dev.spindle.audio.track.PlannedTrack;
import dev.spindle.drive.Drive;
import dev.spindle.range.RangeSet;
import dev.spindle.rip.MusicWishes;
import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipRequest;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.rip.RipVerdict;
import dev.spindle.rip.files.RipFiles;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.run.Activity;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes an album of an image: has databases asked and the disc read once more, where that was
 * wished, and the image mended by it; then the tracks are made; only then is the image removed,
 * where it was made for nothing else and holds nothing else. For the encoder's thread.
 */
final class TrackMaker {
    private final AudioServices services;
    private final RipRequest request;
    private final RipFiles files;
    private final AlbumVerdict verdicts;
    private final TrackStalls stalls;
    private final MakingProgress progress;
    private final StopToken stop;

    TrackMaker(
            AudioServices services,
            RipRequest request,
            RipFiles files,
            AlbumVerdict verdicts,
            TrackStalls stalls,
            MakingProgress progress,
            StopToken stop) {
        this.services = services;
        this.request = request;
        this.files = files;
        this.verdicts = verdicts;
        this.stalls = stalls;
        this.progress = progress;
        this.stop = stop;
    }

    /**
     * Makes it.
     *
     * @return empty where the image is all that was asked for: there is no music in it, or it is a
     *     disc of data with music behind it
     * @throws StoppedException after a stop
     */
    Optional<RipVerdict> run(RoleWorker.Lease lease) throws IOException {
        lease.enter(Activity.FILING);
        var opened = AudioImage.open(services, files, request);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (AudioImage image = opened.get()) {
            if (!isWanted(image)) {
                return Optional.empty();
            }
            try (HeldImage held = HeldImage.of(services.storage(), files, lease)) {
                lease.check();
                progress.holds(held.file().facts());
                progress.states().begin(image);
                checkContent(image, held);
                var there = new AlbumFiles(services.storage(), image.wishes(), lease).made(image);
                return Optional.of(
                        there.isPresent()
                                ? settled(there.get(), image, held, lease)
                                : make(image, held, lease));
            }
        }
    }

    /** An image that was asked for as one stays one unless tracks are asked for now. */
    private boolean isWanted(AudioImage image) {
        boolean isImage =
                image.record().music().equals(Optional.of(MusicWishes.Format.IMAGE.text()));
        return image.wishes().wantsTracks(image.plan().audio().toc())
                && (image.wishes().format().isPresent() || !isImage);
    }

    /** An image of an earlier run may have rotted since then. */
    private void checkContent(AudioImage image, HeldImage held) throws IOException {
        if (verdicts.hasRead() || image.hashes().isEmpty()) {
            return;
        }
        var now = hashes(image, held);
        if (!now.equals(Optional.of(image.hashes()))) {
            throw new IOException(
                    files.image() + " does not hold what the drive gave any more; rip it again");
        }
    }

    private Optional<Map<String, String>> hashes(AudioImage image, HeldImage held)
            throws IOException {
        var now = held.hashes(image.hashes(), stop, _ -> progress.alive());
        StoppedException.check(stop);
        return now;
    }

    /** What a run that died after all was made, or an earlier rip of the disc, has left. */
    private RipVerdict settled(
            RipRecord there, AudioImage image, HeldImage held, RoleWorker.Lease lease)
            throws IOException {
        lease.check();
        services.storage().syncFolder(files.folder());
        String album = there.album().orElseThrow().folder();
        var told = there.verdict().orElseThrow();
        var outcome = RipOutcome.valueOf(told.outcome());
        String cue = AlbumFiles.cue(files.folder(), album);
        var keeping = verdicts.there(outcome, album, files.image(), true);
        progress.hasMade(keeping);
        // What was kept when it was made had its reason.
        boolean isRemovable = verdicts.isRemovable(image) && told.file().equals(cue);
        return isRemovable && held.remove(image.recordText())
                ? verdicts.there(outcome, album, cue, false)
                : keeping;
    }

    private RipVerdict make(AudioImage first, HeldImage held, RoleWorker.Lease lease)
            throws IOException {
        try (var databases = new Databases(services, first.wishes(), first.plan().audio())) {
            var check = check(first, databases, Edges.NONE).filter(DatabaseCheck::canConfirm);
            List<PlannedTrack> known =
                    check.isPresent() ? check.get().confirmed(check.get().sums(lease)) : List.of();
            progress.states().known(numbers(known));
            var right = check.map(all -> all.sectors(known)).orElseGet(RangeSet::new);
            var read = secondReading(first, held, right, lease);
            read.confirmation().ifPresent(said -> progress.states().confirmed(first, said));
            var image = mended(first, held, read.confirmation());
            var making =
                    new AlbumMaking(
                            services,
                            files,
                            verdicts.withHashes(image.hashes()),
                            stalls,
                            progress,
                            stop,
                            lease);
            return making.run(
                    image,
                    held,
                    new AlbumMaking.Known(
                            read, known.size(), check(image, databases, read.edges())));
        }
    }

    /** Empty where nobody may be asked. */
    private Optional<DatabaseCheck> check(AudioImage image, Databases databases, Edges edges) {
        return databases
                .await(stop)
                .map(answers ->
                        new DatabaseCheck(image, image.music(edges), answers, progress::goesOn));
    }

    private static Set<Integer> numbers(List<PlannedTrack> tracks) {
        return tracks.stream().map(PlannedTrack::number).collect(Collectors.toSet());
    }

    /** What other people have alike needs none. */
    private SecondReading.Result secondReading(
            AudioImage image, HeldImage held, RangeSet known, RoleWorker.Lease lease)
            throws IOException {
        var sectors = SecondReading.sectors(image, known);
        progress.begins(
                Phase.CONFIRMING,
                image.wishes().files(),
                sectors.sizeBytes() * Drive.RAW_SECTOR_BYTES);
        return new SecondReading(
                        services, request, known, stalls, stop, progress::progress, progress::alive)
                .run(image, held, lease);
    }

    /** With the hashes of what it holds now, where the second reading has changed something. */
    private AudioImage mended(AudioImage image, HeldImage held, Optional<Confirmation> confirmation)
            throws IOException {
        boolean isMended = confirmation.filter(said -> !said.mended().isEmpty()).isPresent();
        if (!isMended) {
            return image;
        }
        Map<String, String> hashes = hashes(image, held).orElse(Map.of());
        return image.withHashes(hashes, held.saveHashes(image.record(), hashes));
    }
}
