package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.toc.Track;
import dev.spindle.rip.MusicWishes.Format;
import dev.spindle.rip.record.AlbumWords;
import dev.spindle.rip.record.MusicRecord;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private static final AlbumWords WORDS = new AlbumWords("Songs", "", "", "", Map.of());

    private static MusicRecord earlier() {
        return new MusicRecord(
                Optional.of("wav"),
                30,
                "{nr} - {title}",
                Optional.of(WORDS),
                Optional.of("/c.jpg"));
    }

    @Test
    void whatIsLeftUnsaidIsAsItWasWhenTheRipBegan() {
        var now = MusicWishes.STANDARD.goingOnWith(earlier());
        assertThat(now)
                .isEqualTo(
                        new MusicWishes(
                                Optional.of(Format.WAV),
                                30,
                                "{nr} - {title}",
                                Optional.of(WORDS),
                                Optional.of("/c.jpg"),
                                Optional.empty()));
        assertThat(now.goingOnWith(earlier())).isEqualTo(now);
        assertThat(now.toRecord()).isEqualTo(earlier());
    }

    @Test
    void whatIsSaidNowCounts() {
        var other = new AlbumWords("Others", "", "", "", Map.of());
        var said =
                new MusicWishes(Optional.of(Format.FLAC), -6, "{nr}{artist}", Optional.of(other))
                        .withCover("/d.png")
                        .with(MusicServers.USUAL);
        assertThat(said.goingOnWith(earlier())).isEqualTo(said);
        assertThat(said.files()).isEqualTo(Format.FLAC);
        assertThat(MusicWishes.STANDARD.files()).isEqualTo(Format.FLAC);
    }

    /** Whoever asks a server said so this time; a record never does. */
    @Test
    void serversAreNotRemembered() {
        var asks = MusicWishes.STANDARD.with(MusicServers.USUAL);
        assertThat(MusicWishes.STANDARD.goingOnWith(asks.toRecord()).servers()).isEmpty();
        assertThat(asks.goingOnWith(earlier()).servers()).contains(MusicServers.USUAL);
    }

    @Test
    void aFormatThatALaterVersionHasIsLeftUnsaid() {
        var later =
                new MusicRecord(Optional.of("opus"), 0, "{nr}", Optional.empty(), Optional.empty());
        assertThat(MusicWishes.STANDARD.goingOnWith(later).format()).isEmpty();
    }
}
