package dev.spindle.audio.track;

import dev.spindle.audio.id.AudioToc;
import dev.spindle.disc.toc.Track;
import dev.spindle.drive.medium.MediumMusic;
import dev.spindle.drive.medium.TrackMusic;
import dev.spindle.rip.record.AlbumWords;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The tracks of a disc with music, as files.
 *
 * @param audio its table of contents
 * @param music what is known beside it
 * @param date of the album's release; empty where nobody knows
 * @param release its MusicBrainz id; empty where nobody knows
 */
public record AlbumPlan(AudioToc audio, MediumMusic music, String date, String release) {
    /** By what the disc says of itself, or by the words that were typed or chosen instead. */
    public static AlbumPlan of(AudioToc audio, MediumMusic disc, Optional<AlbumWords> words) {
        return words.map(w -> new AlbumPlan(audio, w.over(disc), w.date(), w.release()))
                .orElseGet(() -> new AlbumPlan(audio, disc, "", ""));
    }

    /** What the tags will say. */
    public AlbumWords words() {
        var tracks = new TreeMap<Integer, AlbumWords.TrackWords>();
        for (PlannedTrack track : tracks()) {
            tracks.put(track.number(), new AlbumWords.TrackWords(title(track), performer(track)));
        }
        return new AlbumWords(
                music.text().title(), music.text().performer(), date, release, tracks);
    }

    /** By their numbers, without what is hidden and what has no sectors. */
    public List<PlannedTrack> tracks() {
        return audio.audioTracks().stream()
                .map(this::planned)
                .filter(track -> track.samples() > 0)
                .toList();
    }

    private PlannedTrack planned(Track track) {
        return new PlannedTrack(
                track.number(),
                track.startLba() * PlannedTrack.FRAME_SAMPLES,
                track.sectors() * PlannedTrack.FRAME_SAMPLES,
                music.track(track.number()));
    }

    /**
     * What lies between the disc's first sector and its first track, where that is music. It is
     * hidden from players.
     */
    public Optional<PlannedTrack> beforeTheFirst() {
        Track first = audio.toc().tracks().getFirst();
        return first.isAudio() && first.startLba() > 0
                ? Optional.of(
                        new PlannedTrack(
                                0,
                                0,
                                first.startLba() * PlannedTrack.FRAME_SAMPLES,
                                TrackMusic.ofControl(0)))
                : Optional.empty();
    }

    /** Whether there is something on the disc that no track holds: data. */
    public boolean hasData() {
        return audio.toc().hasData();
    }

    /** Who plays it: the track's own performer, else the album's. */
    public String performer(PlannedTrack track) {
        String own = track.music().text().performer();
        return own.isEmpty() ? music.text().performer() : own;
    }

    /** The track's title, or one that is made of its number. */
    public String title(PlannedTrack track) {
        String own = track.music().text().title();
        if (!own.isEmpty()) {
            return own;
        }
        return track.isHidden() ? "Hidden track" : "Track " + TrackNames.twoDigits(track);
    }
}
