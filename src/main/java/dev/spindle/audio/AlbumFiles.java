package dev.spindle.audio;

import dev.spindle.audio.album.AlbumCue;
import dev.spindle.audio.album.AlbumLog;
import dev.spindle.audio.album.Playlist;
import dev.spindle.audio.check.DiscSums;
import dev.spindle.audio.lookup.Comparison;
import dev.spindle.audio.secure.Confirmation;
import dev.spindle.audio.track.Cover;
import dev.spindle.audio.track.MadeTrack;
import dev.spindle.os.Storage;
import dev.spindle.rip.MusicWishes;
import dev.spindle.rip.RipVerdict;
import dev.spindle.rip.VerdictRecords;
import dev.spindle.rip.files.KeptRecord;
import dev.spindle.rip.files.NameCandidates;
import dev.spindle.rip.files.TextFile;
import dev.spindle.rip.record.AlbumRecord;
import dev.spindle.rip.record.MusicRecord;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.RipRecordText;
import dev.spindle.run.Activity;
import dev.spindle.run.RoleWorker;
import dev.spindle.timeline.Stall;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files beside an album's tracks. For the encoder's thread. */
record AlbumFiles(Storage storage, MusicWishes wishes, RoleWorker.Lease lease) {
    private static final String SHEET = ".cue";
    private static final String PLAYLIST = ".m3u8";
    private static final String LOG = ".log";
    private static final String MAP = ".map";

    /** Of the files that are called as their folder is. */
    static final List<String> ENDINGS = List.of(SHEET, PLAYLIST, LOG, RipRecordText.ENDING, MAP);

    /** The sheet of a finished album: what stands for the whole of it. */
    static String cue(String parent, String name) {
        return inside(parent, name, name + SHEET);
    }

    /** The record of the album in a folder. */
    static String record(String folder) {
        return folder + "/" + folder.substring(folder.lastIndexOf('/') + 1) + RipRecordText.ENDING;
    }

    private static String inside(String parent, String name, String file) {
        return folder(parent, name) + "/" + file;
    }

    private static String folder(String parent, String name) {
        return (parent.endsWith("/") ? parent : parent + "/") + name;
    }

    /**
     * What is known of the samples.
     *
     * @param confirmation by the second reading; empty where there was none to make
     * @param knownTracks how many tracks were not read again, since other people have the same
     * @param compared by databases; empty where none was asked
     * @param hasEdges whether the drive has read what lies beyond the disc
     * @param pictureProblem why there is no picture; empty where nobody wanted one
     */
    record Said(
            Optional<Confirmation> confirmation,
            int knownTracks,
            Optional<Comparison> compared,
            String pictureProblem,
            boolean hasEdges) {}

    /** Sheet, playlist and log. */
    void write(AlbumFolder folder, AudioImage image, List<MadeTrack> made, DiscSums sums, Said said)
            throws IOException {
        lease.enter(Activity.SAVING);
        var record = image.record();
        var reading =
                new AlbumLog.Reading(
                        record.drive(),
                        wishes.offsetSamples(),
                        record.startedAt(),
                        said.confirmation(),
                        said.knownTracks(),
                        said.compared(),
                        said.hasEdges());
        save(folder, SHEET, AlbumCue.of(image.plan(), made));
        save(folder, PLAYLIST, Playlist.of(image.plan(), made));
        save(folder, LOG, AlbumLog.of(image.plan(), made, sums, reading));
    }

    /** The picture, if there is one. */
    void write(AlbumFolder folder, Optional<Cover> cover) throws IOException {
        if (cover.isPresent()) {
            lease.enter(Activity.SAVING);
            String path = folder.inside(cover.get().fileName());
            TextFile.replace(storage, path, cover.get().content(), lease);
        }
    }

    /** The rip's record and map: by them the album is known again. */
    void takeAlong(
            AlbumFolder folder,
            AudioImage image,
            List<MadeTrack> made,
            Optional<Comparison> compared,
            List<Stall> stalls,
            RipVerdict verdict)
            throws IOException {
        lease.enter(Activity.SAVING);
        var record =
                image.record()
                        .withAlbum(
                                folder.path(),
                                album(folder.name(), image, made, compared),
                                VerdictRecords.of(verdict),
                                wishes.toRecord(),
                                stalls);
        save(folder, RipRecordText.ENDING, RipRecordText.write(record));
        if (image.map().isPresent()) {
            save(folder, MAP, image.map().get());
        }
    }

    private AlbumRecord album(
            String name, AudioImage image, List<MadeTrack> made, Optional<Comparison> compared) {
        return new AlbumRecord(
                name,
                wishes.files().text(),
                wishes.offsetSamples(),
                image.hashes(),
                made.stream()
                        .map(track ->
                                new AlbumRecord.TrackFile(
                                        track.fileName(),
                                        track.plan().samples(),
                                        track.crc32(),
                                        track.unread().sizeBytes(),
                                        track.plan().number(),
                                        track.doubtful().sizeBytes(),
                                        people(image, track, compared)))
                        .toList(),
                Optional.of(image.plan().words()));
    }

    private static int people(AudioImage image, MadeTrack track, Optional<Comparison> compared) {
        int index = image.plan().tracks().indexOf(track.plan());
        return index < 0 ? 0 : compared.map(all -> all.tracks().get(index).accurateRip()).orElse(0);
    }

    private void save(AlbumFolder folder, String ending, String text) throws IOException {
        TextFile.replace(storage, folder.inside(folder.name() + ending), text, lease);
    }

    /** The record of the album that was made of these very samples before, in this very way. */
    Optional<RipRecord> made(AudioImage image) throws IOException {
        var files = image.files();
        for (int n = 1; n <= NameCandidates.MOST; n++) {
            String name = NameCandidates.name(image.album(), n);
            lease.check();
            if (storage.lookUp(folder(files.folder(), name)).isEmpty()) {
                return Optional.empty();
            }
            var there = KeptRecord.read(storage, record(folder(files.folder(), name)));
            if (there.isPresent()
                    && isSame(image, there.get())
                    && isThere(files.folder(), name, there.get())) {
                return there;
            }
        }
        return Optional.empty();
    }

    private boolean isSame(AudioImage image, RipRecord there) {
        return there.discIdentity().equals(image.record().discIdentity())
                && there.album()
                        .filter(album ->
                                album.format().equals(wishes.files().text())
                                        && album.offsetSamples() == wishes.offsetSamples()
                                        && album.words().equals(Optional.of(image.plan().words()))
                                        && (agree(album.imageHashes(), image.hashes())
                                                || there.startedAt()
                                                        .equals(image.record().startedAt())))
                        .isPresent()
                && there.wishes().filter(this::areSame).isPresent();
    }

    /** A picture, or another way to call files, makes another album. */
    private boolean areSame(MusicRecord asked) {
        return asked.trackName().equals(wishes.trackName()) && asked.cover().equals(wishes.cover());
    }

    /** Whether there is one that both have, and none that differs. */
    private static boolean agree(Map<String, String> these, Map<String, String> those) {
        long common = these.keySet().stream().filter(those::containsKey).count();
        long alike = these.entrySet().stream().filter(those.entrySet()::contains).count();
        return common > 0 && alike == common;
    }

    /** Whether all of its tracks are there still. */
    private boolean isThere(String parent, String name, RipRecord record) throws IOException {
        for (var track : record.album().orElseThrow().tracks()) {
            var facts = storage.lookUp(inside(parent, name, track.file()));
            if (facts.isEmpty() || facts.get().sizeBytes() == 0) {
                return false;
            }
        }
        return true;
    }
}
