package dev.spindle.rip.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.medium.MediumMusic;
import dev.spindle.drive.medium.MusicText;
import dev.spindle.drive.medium.TrackMusic;
import dev.spindle.rip.record.AlbumWords.TrackWords;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

@Tag("unit")
class AlbumWordsTest {
    private static final MediumMusic DISC =
            new MediumMusic(
                    Optional.of("0724354526121"),
                    new MusicText("Songs", "The Band", "A. Writer"),
                    Map.of(
                            1,
                            new TrackMusic(
                                    1,
                                    new MusicText("One", "A Guest", "B. Writer"),
                                    Optional.of("GBAYE9300106"),
                                    OptionalLong.of(7)),
                            2,
                            TrackMusic.ofControl(0)));

    @Test
    void whatADiscSaysItSaysAgain() {
        assertThat(AlbumWords.of(DISC).over(DISC)).isEqualTo(DISC);
    }

    @Test
    void theyReplaceAllThatTheDiscSaysButWhoWroteItAndWhereItLies() {
        var words =
                new AlbumWords(
                        " New\tname ", "", "1997", "", Map.of(3, new TrackWords("Three", "X")));
        var now = words.over(DISC);
        assertThat(now.text()).isEqualTo(new MusicText("New name", "", "A. Writer"));
        assertThat(now.catalogue()).isEqualTo(DISC.catalogue());
        assertThat(now.track(1).text()).isEqualTo(new MusicText("", "", "B. Writer"));
        assertThat(now.track(1).isrc()).contains("GBAYE9300106");
        assertThat(now.track(1).pregapLba()).hasValue(7);
        assertThat(now.track(1).hasPreEmphasis()).isTrue();
        assertThat(now.track(3).text().title()).isEqualTo("Three");
    }
}
