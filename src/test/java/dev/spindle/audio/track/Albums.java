package dev.spindle.audio.track;

import dev.spindle.audio.id.AudioToc;
import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.toc.Track;
import dev.spindle.drive.medium.MediumMusic;
import dev.spindle.drive.medium.MusicText;
import dev.spindle.drive.medium.TrackMusic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Albums for tests. */
public final class Albums {
    private Albums() {}

    /** Three tracks behind 33 silent sectors: one with all words, one of a guest, one with none. */
    public static AlbumPlan three() {
        var toc =
                new DiscToc(
                        List.of(
                                new Track(1, 1, 33, 1000, Track.Mode.AUDIO),
                                new Track(2, 1, 1033, 500, Track.Mode.AUDIO),
                                new Track(3, 1, 1533, 75, Track.Mode.AUDIO)),
                        1608);
        var music =
                new MediumMusic(
                        Optional.of("0724354526121"),
                        new MusicText("Songs: \"live\"", "The Band", ""),
                        Map.of(
                                1,
                                new TrackMusic(
                                        3,
                                        new MusicText("One", "", "A. Writer"),
                                        Optional.of("GBAYE9300106"),
                                        OptionalLong.of(0)),
                                2,
                                new TrackMusic(
                                        0,
                                        new MusicText("Two / B", "A Guest", ""),
                                        Optional.empty(),
                                        OptionalLong.of(883))));
        return AlbumPlan.of(new AudioToc(toc), music, Optional.empty());
    }
}
