package dev.spindle.audio;

import dev.spindle.audio.lookup.Comparison;
import dev.spindle.audio.secure.Confirmation;
import dev.spindle.audio.track.Cover;
import dev.spindle.audio.track.MadeTrack;
import dev.spindle.audio.track.Samples;
import dev.spindle.audio.track.TrackFiles;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.rip.RipVerdict;
import dev.spindle.rip.files.RipFiles;
import dev.spindle.run.LeaseClosedException;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Makes the album's folder of an image whose samples are settled: the tracks, each durable and
 * compared, then the texts beside them, then the folder's name. For the encoder's thread.
 *
 * @param verdicts on the image as it is now
 */
record AlbumMaking(
        AudioServices services,
        RipFiles files,
        AlbumVerdict verdicts,
        TrackStalls stalls,
        MakingProgress progress,
        StopToken stop,
        RoleWorker.Lease lease) {
    /**
     * What is known of the image's samples.
     *
     * @param read by the second reading
     * @param tracks that were not read again, since other people have the same
     * @param databases empty where none was asked
     */
    record Known(SecondReading.Result read, int tracks, Optional<DatabaseCheck> databases) {}

    /** The tracks that are there, and what is to be said of them. */
    private record Made(List<MadeTrack> files, AlbumTracks tracks, AlbumFiles.Said said) {}

    /**
     * Both ends that it may have.
     *
     * @param keeping where it stays
     * @param removing where it was removed
     */
    private record Verdicts(RipVerdict keeping, RipVerdict removing) {}

    /** Makes it, and removes the image where that was made on the way and holds nothing else. */
    RipVerdict run(AudioImage image, HeldImage held, Known known) throws IOException {
        var folder = new AlbumFolder(services.storage(), files, image.album(), lease);
        boolean isComplete = false;
        try {
            var made = tracks(image, folder, known);
            boolean isKept = isKept(image, made);
            Verdicts told;
            do {
                told = describe(image, folder, made, isKept);
                isComplete = folder.complete();
            } while (!isComplete);
            progress.hasMade(told.keeping);
            return !isKept && held.remove(image.recordText()) ? told.removing : told.keeping;
        } finally {
            if (!isComplete) {
                discard(folder);
            }
        }
    }

    private Made tracks(AudioImage image, AlbumFolder folder, Known known) throws IOException {
        var picture = picture(image, known.databases);
        var writing =
                new TrackFiles(
                        services.storage(),
                        services.programs(),
                        image.wishes().files(),
                        image.music(known.read.edges()),
                        picture.answer(),
                        progress::written);
        progress.writes(writing);
        var all = new Samples(image.drive(), 0, 0, image.totalSamples(), image.unread());
        Optional<Confirmation> confirmation = known.read.confirmation();
        var tracks = new AlbumTracks(image, folder, writing, all, confirmation, progress.states());
        progress.begins(Phase.MAKING_TRACKS, image.wishes().files(), tracks.totalBytes(lease));
        var files = tracks.make(lease);
        beside(image).write(folder, picture.answer());
        var said =
                new AlbumFiles.Said(
                        confirmation,
                        known.tracks,
                        compared(image, tracks, known),
                        picture.problem(),
                        known.read.edges().isThere());
        return new Made(files, tracks, said);
    }

    private AlbumFiles beside(AudioImage image) {
        return new AlbumFiles(services.storage(), image.wishes(), lease);
    }

    private Optional<Comparison> compared(AudioImage image, AlbumTracks tracks, Known known)
            throws IOException {
        if (known.databases.isEmpty()) {
            return Optional.empty();
        }
        var compared = known.databases.get().compared(tracks.sums(), lease);
        progress.states().compared(image.plan(), compared);
        return Optional.of(compared);
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

    private boolean isKept(AudioImage image, Made made) throws IOException {
        return !verdicts.isRemovable(image)
                || AlbumVerdict.hasDoubts(made.said.confirmation())
                || !made.tracks.isAllInTracks(lease);
    }

    /** The texts of the album under its folder's name. */
    private Verdicts describe(AudioImage image, AlbumFolder folder, Made made, boolean isKept)
            throws IOException {
        var beside = beside(image);
        beside.write(folder, image, made.files, made.tracks.sums(), made.said);
        var sentence =
                new AlbumVerdict.Made(
                        made.files.size(), image.wishes().files(), folder.name(), made.said);
        var keeping = verdicts.made(sentence, files.image(), true);
        String cue = AlbumFiles.cue(files.folder(), folder.name());
        var removing = verdicts.made(sentence, cue, false);
        stalls.settle(stop);
        beside.takeAlong(
                folder,
                image,
                made.files,
                made.said.compared(),
                stalls.latest(),
                (isKept ? keeping : removing).withStalled(stalls.seconds()));
        return new Verdicts(keeping, removing);
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
