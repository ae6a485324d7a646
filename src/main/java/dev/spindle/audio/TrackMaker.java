package dev.spindle.audio;

import dev.spindle.audio.lookup.Comparison;
import dev.spindle.audio.secure.Confirmation;
import dev.spindle.audio.track.Cover;
import dev.spindle.audio.track.Edges;
import dev.spindle.audio.track.PlannedTrack;
import dev.spindle.audio.track.Samples;
import dev.spindle.audio.track.TrackFiles;
import dev.spindle.drive.Drive;
import dev.spindle.os.FileFacts;
import dev.spindle.range.RangeSet;
import dev.spindle.rip.MusicWishes;
import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipRequest;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.rip.RipVerdict;
import dev.spindle.rip.TrackProgress;
import dev.spindle.rip.files.RipFiles;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.run.Activity;
import dev.spindle.run.LeaseClosedException;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Makes an album of an image: has the disc read once more, makes files of tracks, each durable and
 * compared, then the texts beside them, then gives the folder its name; only then is the image
 * removed, where it was made for nothing else and holds nothing else. For the encoder's thread, but
 * for {@link #abandon}, the counts and {@link #made}.
 */
final class TrackMaker {
    private final AudioServices services;
    private final RipRequest request;
    private final RipFiles files;
    private final AlbumVerdict verdicts;
    private final TrackStalls stalls;
    private final StopToken stop;
    private final AtomicLong doneBytes = new AtomicLong();
    private final AtomicLong totalBytes = new AtomicLong();
    private final AtomicLong signs = new AtomicLong();
    private final AtomicReference<@Nullable TrackFiles> writing = new AtomicReference<>();
    private final TrackStates states = new TrackStates();
    private volatile Phase phase = Phase.FINISHING;
    private Edges edges = Edges.NONE;
    private int knownTracks;
    private MusicWishes.Format format = MusicWishes.Format.FLAC;
    private volatile @Nullable RipVerdict made;
    private volatile @Nullable FileFacts place;

    TrackMaker(
            AudioServices services,
            RipRequest request,
            RipFiles files,
            AlbumVerdict verdicts,
            TrackStalls stalls,
            StopToken stop) {
        this.services = services;
        this.request = request;
        this.files = files;
        this.verdicts = verdicts;
        this.stalls = stalls;
        this.stop = stop;
    }

    /** What it is busy with. */
    Phase phase() {
        return phase;
    }

    /** Bytes of samples that were read once more, written or compared so far in this phase. */
    long doneBytes() {
        return doneBytes.get();
    }

    /** Bytes of samples that this phase is about. */
    long totalBytes() {
        return totalBytes.get();
    }

    /** How far each of them has come; empty before the image is there. Safe for all threads. */
    List<TrackProgress> tracks() {
        return states.now();
    }

    /** The verdict on an album that has its name already, whatever happens to its image. */
    Optional<RipVerdict> made() {
        return Optional.ofNullable(made);
    }

    /** The image's file, once it is held: its device is that of the tracks. */
    Optional<FileFacts> place() {
        return Optional.ofNullable(place);
    }

    /** Ends the programs that were started, so that the thread returns. Safe for all threads. */
    void abandon() {
        TrackFiles current = writing.get();
        if (current != null) {
            current.abandon();
        }
    }

    /** A number that grows with each call that has returned. */
    long signsOfLife() {
        return signs.get();
    }

    private void alive() {
        signs.incrementAndGet();
    }

    private void begins(Phase next, long bytes) {
        doneBytes.set(0);
        totalBytes.set(bytes);
        phase = next;
        stalls.phase(next, format == MusicWishes.Format.FLAC);
    }

    private void written(long bytes) {
        states.advance(bytes);
        progress(bytes);
    }

    private void progress(long bytes) {
        doneBytes.addAndGet(bytes);
        alive();
        StoppedException.check(stop);
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
                place = held.file().facts();
                states.begin(image);
                format = image.wishes().files();
                var beside = new AlbumFiles(services.storage(), image.wishes(), lease);
                checkContent(image, held);
                var there = beside.made(image);
                return Optional.of(
                        there.isPresent()
                                ? settled(there.get(), image, held, lease)
                                : make(beside, image, held, lease));
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
        var now = held.hashes(image.hashes(), stop, _ -> alive());
        StoppedException.check(stop);
        if (!now.equals(Optional.of(image.hashes()))) {
            throw new IOException(
                    files.image() + " does not hold what the drive gave any more; rip it again");
        }
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
        made = keeping;
        // What was kept when it was made had its reason.
        boolean isRemovable = isRemovable(image) && told.file().equals(cue);
        return isRemovable && held.remove(image.recordText())
                ? verdicts.there(outcome, album, cue, false)
                : keeping;
    }

    /** Whether the image was made on the way to tracks, and the storage keeps its promises. */
    private boolean isRemovable(AudioImage image) {
        return image.isOnTheWay() && !image.hasMore() && verdicts.ripped().durable();
    }

    private RipVerdict make(
            AlbumFiles beside, AudioImage first, HeldImage held, RoleWorker.Lease lease)
            throws IOException {
        var audio = first.plan().audio();
        try (var databases = new Databases(services, first.wishes(), audio)) {
            var known = check(first, databases);
            var confirmation = secondReading(first, held, known, lease);
            confirmation.ifPresent(said -> states.confirmed(first, said));
            var image = mended(first, held, confirmation);
            return make(beside, image, held, confirmation, databases, lease);
        }
    }

    /** Empty where nobody may be asked. */
    private Optional<DatabaseCheck> check(AudioImage image, Databases databases) {
        return databases
                .await(stop)
                .map(answers -> new DatabaseCheck(image, music(image), answers, this::goesOn));
    }

    private void goesOn() {
        progress(0);
    }

    /** What other people have alike needs no second reading. */
    private Optional<Confirmation> secondReading(
            AudioImage image,
            HeldImage held,
            Optional<DatabaseCheck> databases,
            RoleWorker.Lease lease)
            throws IOException {
        var known = new RangeSet();
        if (databases.filter(DatabaseCheck::canConfirm).isPresent()) {
            var check = databases.get();
            var tracks = check.confirmed(check.sums(lease));
            known.addAll(check.sectors(tracks));
            knownTracks = tracks.size();
            states.known(tracks.stream().map(PlannedTrack::number).collect(Collectors.toSet()));
        }
        var sectors = SecondReading.sectors(image, known);
        begins(Phase.CONFIRMING, sectors.sizeBytes() * Drive.RAW_SECTOR_BYTES);
        var said =
                new SecondReading(
                                services, request, known, stalls, stop, this::progress, this::alive)
                        .run(image, held, lease);
        edges = said.edges();
        return said.confirmation();
    }

    private RipVerdict make(
            AlbumFiles beside,
            AudioImage image,
            HeldImage held,
            Optional<Confirmation> confirmation,
            Databases databases,
            RoleWorker.Lease lease)
            throws IOException {
        var told = verdicts.withHashes(image.hashes());
        var folder = new AlbumFolder(services.storage(), files, image.album(), lease);
        boolean isComplete = false;
        try {
            var check = check(image, databases);
            var picture = picture(image, check);
            var tracks = album(image, folder, confirmation, picture.answer());
            begins(Phase.MAKING_TRACKS, tracks.totalBytes(lease));
            var made = tracks.make(lease);
            Optional<Comparison> compared = Optional.empty();
            if (check.isPresent()) {
                compared = Optional.of(check.get().compared(tracks.sums(), lease));
                states.compared(image.plan(), compared.get());
            }
            var said =
                    new AlbumFiles.Said(
                            confirmation,
                            knownTracks,
                            compared,
                            picture.problem(),
                            edges.isThere());
            beside.write(folder, image, made, tracks.sums(), said);
            beside.write(folder, picture.answer());
            var sentence =
                    new AlbumVerdict.Made(made.size(), image.wishes().files(), folder.name(), said);
            boolean isKept =
                    !isRemovable(image)
                            || AlbumVerdict.hasDoubts(confirmation)
                            || !tracks.isAllInTracks(lease);
            var keeping = told.made(sentence, files.image(), true);
            var removing =
                    told.made(sentence, AlbumFiles.cue(files.folder(), folder.name()), false);
            stalls.settle(stop);
            beside.takeAlong(
                    folder,
                    image,
                    made,
                    compared,
                    stalls.latest(),
                    (isKept ? keeping : removing).withStalled(stalls.seconds()));
            folder.complete();
            isComplete = true;
            this.made = keeping;
            return !isKept && held.remove(image.recordText()) ? removing : keeping;
        } finally {
            if (!isComplete) {
                discard(folder);
            }
        }
    }

    /** With the hashes of what it holds now, where the second reading has changed something. */
    private AudioImage mended(AudioImage image, HeldImage held, Optional<Confirmation> confirmation)
            throws IOException {
        boolean isMended = confirmation.filter(said -> !said.mended().isEmpty()).isPresent();
        if (!isMended) {
            return image;
        }
        Map<String, String> hashes =
                held.hashes(image.hashes(), stop, _ -> alive()).orElse(Map.of());
        StoppedException.check(stop);
        return image.withHashes(hashes, held.saveHashes(image.record(), hashes));
    }

    private AlbumTracks album(
            AudioImage image,
            AlbumFolder folder,
            Optional<Confirmation> confirmation,
            Optional<Cover> cover) {
        var all = new Samples(image.drive(), 0, 0, image.totalSamples(), image.unread());
        var track =
                new TrackFiles(
                        services.storage(),
                        services.programs(),
                        image.wishes().files(),
                        music(image),
                        cover,
                        this::written);
        writing.set(track);
        return new AlbumTracks(image, folder, track, all, confirmation, states);
    }

    /** The user's own, or the one that a database has. Without one an album is an album too. */
    private Databases.Answer<Cover> picture(AudioImage image, Optional<DatabaseCheck> databases) {
        var path = image.wishes().cover();
        if (path.isEmpty()) {
            return databases
                    .map(check -> check.answers().cover())
                    .orElseGet(() -> Databases.Answer.none(""));
        }
        try {
            return new Databases.Answer<>(
                    Optional.of(Cover.read(services.storage(), path.get())), "");
        } catch (IOException problem) {
            return Databases.Answer.none(String.valueOf(problem.getMessage()));
        }
    }

    private Samples music(AudioImage image) {
        return new Samples(
                image.drive(),
                image.wishes().offsetSamples(),
                image.firstSample(),
                image.endSample(),
                image.unread(),
                edges);
    }

    /** What led here is the failure to tell. */
    private static void discard(AlbumFolder folder) throws LeaseClosedException {
        try {
            folder.discard();
        } catch (LeaseClosedException abandoned) {
            throw abandoned;
        } catch (IOException stays) {
            // The next start removes it.
        }
    }
}
