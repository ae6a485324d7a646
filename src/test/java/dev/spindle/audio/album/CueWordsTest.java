package dev.spindle.audio.album;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.audio.track.Albums;
import dev.spindle.audio.track.MadeTrack;
import dev.spindle.range.RangeSet;
import dev.spindle.rip.record.AlbumWords.TrackWords;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class CueWordsTest {
    @Test
    void readsWordsAndPassesOverTheRest() {
        var words =
                CueWords.parse(
                        """
                        \uFEFFREM GENRE Folk
                        rem date "1997-03-21"
                        PERFORMER The Islanders
                        TITLE "Songs: live"
                        FILE "x.wav" WAVE
                          TRACK 01 AUDIO
                            TITLE "One"
                            INDEX 01 00:00:00
                          TRACK 12 AUDIO
                            TITLE "Twelve "
                            PERFORMER "A "Guest""
                        """);
        assertThat(words.title()).isEqualTo("Songs: live");
        assertThat(words.performer()).isEqualTo("The Islanders");
        assertThat(words.date()).isEqualTo("1997-03-21");
        assertThat(words.track(1)).isEqualTo(new TrackWords("One", ""));
        assertThat(words.track(12)).isEqualTo(new TrackWords("Twelve", "A \"Guest\""));
        assertThat(words.track(2)).isEqualTo(TrackWords.NONE);
    }

    /** What Spindle writes it reads. */
    @Test
    void readsOurOwnSheet() {
        var album = Albums.three();
        var made =
                album.tracks().stream()
                        .map(plan ->
                                new MadeTrack(
                                        plan,
                                        plan.number() + ".flac",
                                        1,
                                        new RangeSet(),
                                        new RangeSet()))
                        .toList();
        var words = CueWords.parse(AlbumCue.of(album, made));
        assertThat(words.title()).isEqualTo("Songs: 'live'");
        assertThat(words.track(2)).isEqualTo(new TrackWords("Two / B", "A Guest"));
        assertThat(words.track(3).title()).isEmpty();
    }

    @Test
    void refusesASheetWithoutWords() {
        assertThatThrownBy(() -> CueWords.parse("FILE \"a\" WAVE\nTRACK 01 AUDIO\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name a cue sheet that has");
    }
}
