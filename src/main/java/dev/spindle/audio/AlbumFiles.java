package dev.spindle.audio;

import dev.spindle.audio.album.AlbumCue;
import dev.spindle.audio.album.AlbumLog;
import dev.spindle.audio.album.Playlist;
import dev.spindle.audio.check.DiscSums;
import dev.spindle.audio.track.MadeTrack;
import dev.spindle.os.Storage;
import dev.spindle.rip.RipVerdict;
import dev.spindle.rip.VerdictRecords;
import dev.spindle.rip.files.TextFile;
import dev.spindle.rip.record.AlbumRecord;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.RipRecordText;
import dev.spindle.run.Activity;
import dev.spindle.run.RoleWorker;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The files beside an album's tracks. For the encoder's thread. */
record AlbumFiles(Storage storage, RoleWorker.Lease lease) {
    /** The sheet of a finished album: what stands for the whole of it. */
    static String cue(String parent, String name) {
        return (parent.endsWith("/") ? parent : parent + "/") + name + "/" + name + ".cue";
    }

    private static String record(String parent, String name) {
        return (parent.endsWith("/") ? parent : parent + "/") + name + "/" + name + ".rip.json";
    }

    /** Sheet, playlist and log. */
    void write(
            AlbumFolder folder,
            AudioImage image,
            List<MadeTrack> made,
            DiscSums sums,
            int offsetSamples)
            throws IOException {
        lease.enter(Activity.SAVING);
        var record = image.record();
        var reading = new AlbumLog.Reading(record.drive(), offsetSamples, record.startedAt());
        save(folder, ".cue", AlbumCue.of(image.plan(), made));
        save(folder, ".m3u8", Playlist.of(image.plan(), made));
        save(folder, ".log", AlbumLog.of(image.plan(), made, sums, reading));
    }

    /** The rip's record and map, where its image will be gone. */
    void takeAlong(AlbumFolder folder, AudioImage image, List<MadeTrack> made, RipVerdict verdict)
            throws IOException {
        lease.enter(Activity.SAVING);
        var record =
                image.record()
                        .withAlbum(
                                folder.path(),
                                album(folder.name(), made),
                                VerdictRecords.of(verdict));
        save(folder, ".rip.json", RipRecordText.write(record));
        if (image.map().isPresent()) {
            save(folder, ".map", image.map().get());
        }
    }

    /** Into the record beside an image that stays. */
    void enter(AlbumFolder folder, AudioImage image, List<MadeTrack> made, RipVerdict verdict)
            throws IOException {
        lease.enter(Activity.SAVING);
        var files = image.files();
        var record =
                image.record()
                        .withAlbum(
                                files.folder(),
                                album(folder.name(), made),
                                VerdictRecords.of(verdict));
        TextFile.replace(storage, files.record(), RipRecordText.write(record), lease);
        storage.syncFolder(files.folder());
    }

    private static AlbumRecord album(String name, List<MadeTrack> made) {
        return new AlbumRecord(
                name,
                made.stream()
                        .map(track ->
                                new AlbumRecord.TrackFile(
                                        track.fileName(),
                                        track.plan().samples(),
                                        track.crc32(),
                                        track.unread().sizeBytes()))
                        .toList());
    }

    private void save(AlbumFolder folder, String ending, String text) throws IOException {
        TextFile.replace(storage, folder.inside(folder.name() + ending), text, lease);
    }

    /**
     * The album that was made of these very samples before, and lies where this one would.
     *
     * @param ending of its tracks' files
     */
    Optional<String> made(AudioImage image, String ending) throws IOException {
        var files = image.files();
        String name = image.record().album().map(AlbumRecord::folder).orElse(files.name());
        var cue = TextFile.read(storage, cue(files.folder(), name));
        if (cue.isEmpty() || !cue.get().contains(ending + "\" WAVE")) {
            return Optional.empty();
        }
        boolean isKnown = image.record().album().isPresent();
        return isKnown || isSame(image, TextFile.read(storage, record(files.folder(), name)))
                ? Optional.of(name)
                : Optional.empty();
    }

    private static boolean isSame(AudioImage image, Optional<String> text) throws IOException {
        if (text.isEmpty()) {
            return false;
        }
        RipRecord there = RipRecordText.read(text.get());
        var hashes = image.record().verdict().map(v -> v.hashes());
        return there.discIdentity().equals(image.record().discIdentity())
                && hashes.filter(known -> !known.isEmpty()).isPresent()
                && there.verdict().map(v -> v.hashes()).equals(hashes);
    }
}
