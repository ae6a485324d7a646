package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.toc.Track;
import dev.spindle.rip.MusicWishes.Format;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of a disc with music, by what was asked for and what is on it. */
@Tag("unit")
final class MusicWishesTest {
    private static final Track.Mode AUDIO = Track.Mode.AUDIO;
    private static final Track.Mode DATA = Track.Mode.MODE_1;

    private static DiscToc toc(Track.Mode... modes) {
        var tracks = new ArrayList<Track>();
        for (Track.Mode mode : modes) {
            int number = tracks.size() + 1;
            tracks.add(new Track(number, 1, number * 100L, 100, mode));
        }
        return new DiscToc(tracks, 100L * (modes.length + 1));
    }

    private static MusicWishes asked(Format format) {
        return new MusicWishes(Optional.of(format), 0, MusicWishes.TRACK_NAME, Optional.empty());
    }

    @Test
    void aDiscThatBeginsWithMusicBecomesTracks() {
        for (DiscToc disc : List.of(toc(AUDIO), toc(AUDIO, AUDIO), toc(AUDIO, DATA))) {
            assertThat(MusicWishes.STANDARD.wantsTracks(disc)).isTrue();
            assertThat(MusicWishes.STANDARD.purpose(disc)).hasValue("flac");
            assertThat(asked(Format.WAV).purpose(disc)).hasValue("wav");
            assertThat(asked(Format.IMAGE).wantsTracks(disc)).isFalse();
            assertThat(asked(Format.IMAGE).purpose(disc)).hasValue("image");
        }
    }

    @Test
    void oneThatBeginsWithDataStaysWholeUnlessTracksAreAskedFor() {
        var game = toc(DATA, AUDIO, AUDIO);
        assertThat(MusicWishes.STANDARD.wantsTracks(game)).isFalse();
        assertThat(MusicWishes.STANDARD.purpose(game)).hasValue("image");
        assertThat(asked(Format.FLAC).wantsTracks(game)).isTrue();
    }

    @Test
    void withoutMusicThereIsNothingToWish() {
        assertThat(asked(Format.FLAC).wantsTracks(toc(DATA))).isFalse();
        assertThat(asked(Format.FLAC).purpose(toc(DATA))).isEmpty();
    }
}
