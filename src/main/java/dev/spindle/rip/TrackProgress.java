package dev.spindle.rip;

import dev.spindle.rip.record.AlbumRecord;
import dev.spindle.rip.record.AlbumWords;

import java.util.List;

/**
 * How far a track of a disc with music has come.
 *
 * @param number on the disc; 0 for what lies hidden before the first one
 * @param title as its file will have it
 * @param performer as its file will have it; may be empty
 * @param sectors how long it is, 75 a second
 * @param share of its stage that is done, 0 to 1
 * @param trouble stereo samples of it that are silence, or of which no two readings were alike
 * @param accurateRip how many people AccurateRip knows with the same samples; 0 also where it was
 *     not asked
 */
public record TrackProgress(
        int number,
        String title,
        String performer,
        long sectors,
        Stage stage,
        double share,
        long trouble,
        int accurateRip) {
    /** Stereo samples of a sector (ECMA-130). */
    private static final int SECTOR_SAMPLES = 588;

    /** What a track has behind it, or is in. */
    public enum Stage {
        WAITING,
        READING,
        /** Once, all of it. */
        READ,
        /** Once, and some of it could not be read. */
        DAMAGED,
        /** A second reading was the same. */
        CONFIRMED,
        /** Its file is written and compared. */
        WRITING,
        DONE,
        /** There is a file; of some samples no two readings were alike. */
        DOUBTFUL,
        /** There is a file; some of it is silence, since the disc did not give it. */
        INCOMPLETE;

        /** Of a file, by how many samples of it are silence or in doubt. */
        public static Stage ofFile(long unreadSamples, long doubtfulSamples) {
            if (unreadSamples > 0) {
                return INCOMPLETE;
            }
            return doubtfulSamples > 0 ? DOUBTFUL : DONE;
        }
    }

    /** Of tracks that lie there. */
    public static List<TrackProgress> of(AlbumRecord album) {
        return album.tracks().stream().map(track -> of(album, track)).toList();
    }

    private static TrackProgress of(AlbumRecord album, AlbumRecord.TrackFile track) {
        var words = album.words().map(all -> all.track(track.number()));
        return new TrackProgress(
                track.number(),
                words.map(AlbumWords.TrackWords::title).orElse(track.file()),
                words.map(AlbumWords.TrackWords::performer).orElse(""),
                track.samples() / SECTOR_SAMPLES,
                Stage.ofFile(track.unreadSamples(), track.doubtfulSamples()),
                1,
                track.unreadSamples() + track.doubtfulSamples(),
                track.accurateRip());
    }

    /** The same track further on. */
    public TrackProgress at(Stage next, double nextShare, long nextTrouble) {
        return new TrackProgress(
                number, title, performer, sectors, next, nextShare, nextTrouble, accurateRip);
    }

    /** The same track, which so many other people have alike. */
    public TrackProgress by(int people) {
        return new TrackProgress(number, title, performer, sectors, stage, share, trouble, people);
    }
}
