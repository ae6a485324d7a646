package dev.spindle.audio.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of tracks: templates, what no file can be called, and mistakes. */
@Tag("unit")
final class TrackNamesTest {
    private final AlbumPlan album = Albums.three();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{nr} {title}|1|01 One",
                "{nr} {title}|2|02 Two _ B",
                "{nr} {title}|3|03 Track 03",
                "{nr}. {artist} - {title}|1|01. The Band - One",
                "{nr}. {artist} - {title}|2|02. A Guest - Two _ B",
                "{albumartist} - {album} - {nr}|2|The Band - Songs_ _live_ - 02",
                "...{nr}   {title}  |1|01 One",
            })
    void wordsAreFilledIn(String template, int number, String name) {
        assertThat(TrackNames.of(template, album, album.tracks().get(number - 1))).isEqualTo(name);
    }

    @Test
    void theHiddenTrackComesFirst() {
        var hidden = album.beforeTheFirst().orElseThrow();
        assertThat(TrackNames.of("{nr} {title}", album, hidden)).isEqualTo("00 Hidden track");
        assertThat(hidden.samples()).isEqualTo(33 * 588);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{title}|the name needs {nr}, so that each track has its own",
                "{nr}{year}|{year} is no word for a name; {nr}, {title}, {artist}, {album} and"
                        + " {albumartist} are",
                "a/{nr}|the name must not contain '/'; say the folder with -o",
            })
    void mistakesAreToldWithWhatToWrite(String template, String sentence) {
        assertThatThrownBy(() -> TrackNames.check(template)).hasMessage(sentence);
    }

    @Test
    void whatIsRightIsTaken() {
        TrackNames.check("{nr} {title} {artist} {album} {albumartist}");
        assertThat(TrackNames.of("{nr}", album, album.tracks().getFirst())).isEqualTo("01");
    }

    @Test
    void tagsSayWhatIsKnown() {
        assertThat(Tags.of(album, album.tracks().getFirst()))
                .contains(
                        "TITLE=One",
                        "ARTIST=The Band",
                        "ALBUM=Songs: \"live\"",
                        "COMPOSER=A. Writer",
                        "TRACKNUMBER=1",
                        "TRACKTOTAL=3",
                        "ISRC=GBAYE9300106",
                        "MCN=0724354526121",
                        "PRE_EMPHASIS=1");
        assertThat(Tags.of(album, album.tracks().get(1)))
                .contains("ARTIST=A Guest", "ALBUMARTIST=The Band")
                .noneMatch(tag -> tag.startsWith("ISRC=") || tag.startsWith("PRE_EMPHASIS"));
    }
}
