package dev.spindle.audio.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.audio.id.AudioToc;
import dev.spindle.audio.id.MusicBrainzId;
import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.toc.Track;
import dev.spindle.rip.record.AlbumWords.TrackWords;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

@Tag("unit")
class MusicBrainzAnswerTest {
    /** The cdtoc crate's first vector. */
    private static final AudioToc AUDIO =
            new AudioToc(
                    new DiscToc(
                            List.of(
                                    new Track(1, 1, 0, 11_413, Track.Mode.AUDIO),
                                    new Track(2, 1, 11_413, 13_611, Track.Mode.AUDIO),
                                    new Track(3, 1, 25_024, 20_689, Track.Mode.AUDIO),
                                    new Track(4, 1, 45_713, 9507, Track.Mode.AUDIO)),
                            55_220));

    private static final String ANSWER =
            """
            {"id":"ID","offset-count":4,"sectors":55370,"releases":[
             {"id":"b1a9c0e9-d987-4042-ae91-78d6a3267d69","title":"Half a Winter",
              "date":"1997-03-21","country":"GB","barcode":"724354526121",
              "disambiguation":"first pressing",
              "artist-credit":[{"name":"The Islanders","joinphrase":" & "},{"name":"Choir"}],
              "label-info":[{"catalog-number":"BR 7","label":{"name":"Breakwater"}}],
              "media":[{"position":1,"title":"","discs":[{"id":"ID"}],
               "tracks":[
                {"position":1,"number":"1","title":"One",
                 "artist-credit":[{"name":"The Islanders","joinphrase":" & "},{"name":"Choir"}]},
                {"position":2,"number":"2","title":"Two",
                 "artist-credit":[{"name":"A Guest"}]}]}]},
             {"id":"22222222-2222-2222-2222-222222222222","title":"Box",
              "artist-credit":[{"name":"The Islanders"}],
              "media":[
               {"position":1,"discs":[{"id":"another"}],"tracks":[]},
               {"position":2,"title":"Live","discs":[{"id":"x"},{"id":"ID"}],"tracks":[
                {"position":1,"title":"Uno","artist-credit":[{"name":"The Islanders"}]}]}]},
             {"id":"33333333-3333-3333-3333-333333333333","title":"Elsewhere",
              "media":[{"position":1,"discs":[],"tracks":[]}]}]}
            """
                    .replace("\"ID\"", "\"" + MusicBrainzId.of(AUDIO) + "\"");

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void asksByTheDiscsId() {
        assertThat(MusicBrainzAnswer.address(URI.create("https://example.org"), AUDIO))
                .hasToString(
                        "https://example.org/ws/2/discid/nljDXdC8B_pDwbdY1vZJvdrAZI4-"
                                + "?fmt=json&cdstubs=no&inc=artist-credits+recordings+labels");
    }

    @Test
    void readsReleasesWithTheWordsOfTheirTracks() throws IOException {
        var releases = MusicBrainzAnswer.parse(bytes(ANSWER), AUDIO);
        assertThat(releases).hasSize(2);
        var first = releases.getFirst();
        assertThat(first.words().title()).isEqualTo("Half a Winter");
        assertThat(first.words().performer()).isEqualTo("The Islanders & Choir");
        assertThat(first.words().date()).isEqualTo("1997-03-21");
        assertThat(first.words().release()).isEqualTo("b1a9c0e9-d987-4042-ae91-78d6a3267d69");
        assertThat(first.words().track(1)).as("the album's").isEqualTo(new TrackWords("One", ""));
        assertThat(first.words().track(2)).isEqualTo(new TrackWords("Two", "A Guest"));
        assertThat(first.country()).isEqualTo("GB");
        assertThat(first.remark()).isEqualTo("Breakwater, BR 7, 724354526121, first pressing");
    }

    @Test
    void ofASetItTakesTheDiscThatIsThere() throws IOException {
        var second = MusicBrainzAnswer.parse(bytes(ANSWER), AUDIO).get(1);
        assertThat(second.words().title()).isEqualTo("Box, disc 2: Live");
        assertThat(second.words().track(1).title()).isEqualTo("Uno");
        assertThat(second.words().date()).isEmpty();
    }

    @Test
    void whatIsMissingIsEmptyAndWhatIsNoAnswerIsRefused() throws IOException {
        assertThat(MusicBrainzAnswer.parse(bytes("{}"), AUDIO)).isEmpty();
        assertThat(MusicBrainzAnswer.parse(bytes("{\"releases\":[]}"), AUDIO)).isEmpty();
        assertThatThrownBy(() -> MusicBrainzAnswer.parse(bytes("<html>"), AUDIO))
                .isInstanceOf(IOException.class)
                .hasMessage("MusicBrainz's answer can't be read");
    }
}
