package dev.spindle.drive.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.disc.toc.CueText;
import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.toc.MediumFacts;
import dev.spindle.disc.toc.Track;
import dev.spindle.drive.medium.Medium;
import dev.spindle.drive.medium.MediumMusic;
import dev.spindle.drive.medium.MediumToc;
import dev.spindle.drive.medium.MediumTrack;
import dev.spindle.drive.medium.MusicText;
import dev.spindle.drive.medium.TrackMusic;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** Cue sheets: those of others, those of ours, and what is no cue sheet. */
@Tag("unit")
class CueParserTest {
    /** As burning programs write them, with texts about the music. */
    private static final String MIXED =
            """
            REM GENRE Game
            CATALOG 0000000000000
            FILE "GAME.BIN" BINARY
              TRACK 01 MODE1/2352
                INDEX 01 00:00:00
              TRACK 02 AUDIO
                TITLE "One"
                FLAGS DCP
                PREGAP 00:02:00
                INDEX 00 10:00:00
                INDEX 01 10:02:00
                INDEX 02 11:00:00
              track 03 audio
                index 01 12:34:56
            """;

    private static MediumToc toc(String text, long sectors) {
        try {
            return CueParser.parse(text).toc(List.of(sectors));
        } catch (CueException problem) {
            throw new AssertionError(problem);
        }
    }

    @Test
    void tracksBeginAtTheirFirstIndex() throws CueException {
        var cue = CueParser.parse(MIXED.toUpperCase(java.util.Locale.ROOT));
        assertThat(cue.files()).containsExactly("GAME.BIN");
        assertThat(cue.sectorBytes()).isEqualTo(2352);
        assertThat(toc(MIXED, 60_000).tracks())
                .containsExactly(
                        new MediumTrack(1, 1, 0, 45_150, 4, 1),
                        new MediumTrack(2, 1, 45_150, 11_456, 2, 0),
                        new MediumTrack(3, 1, 56_606, 3394, 0, 0));
        assertThat(toc(MIXED, 60_000).leadOutLba()).isEqualTo(60_000);
    }

    @Test
    void oneTrackOfUserDataIsAnImageLikeAnyOther() throws CueException {
        var cue = CueParser.parse("FILE a.iso BINARY\nTRACK 01 MODE1/2048\nINDEX 01 00:00:00");
        assertThat(cue.files()).containsExactly("a.iso");
        assertThat(cue.sectorBytes()).isEqualTo(2048);
    }

    /**
     * As other programs write them: a file for each track, with the pause before it or after it.
     */
    @Test
    void tracksMayLieInFilesOfTheirOwn() throws CueException {
        String sheet =
                """
                FILE "1.bin" BINARY
                  TRACK 01 MODE2/2352
                    INDEX 01 00:00:00
                FILE "2.bin" BINARY
                  TRACK 02 AUDIO
                    INDEX 00 00:00:00
                    INDEX 01 00:02:00
                  TRACK 03 AUDIO
                    INDEX 00 00:08:00
                FILE "3.bin" BINARY
                    INDEX 01 00:00:00
                """;
        var cue = CueParser.parse(sheet);
        assertThat(cue.files()).containsExactly("1.bin", "2.bin", "3.bin");
        assertThat(cue.toc(List.of(1000L, 700L, 50L)).tracks())
                .containsExactly(
                        new MediumTrack(1, 1, 0, 1150, 4, 2),
                        new MediumTrack(2, 1, 1150, 550, 0, 0),
                        new MediumTrack(3, 1, 1700, 50, 0, 0));
        assertThat(cue.toc(List.of(1000L, 700L, 50L)).leadOutLba()).isEqualTo(1750);
    }

    @Test
    void whatItSaysOfTheMusicIsKept() throws CueException {
        String sheet =
                """
                CATALOG 0724354526121
                PERFORMER "The Band"
                TITLE An Album
                FILE "a.bin" BINARY
                  TRACK 01 AUDIO
                    FLAGS DCP PRE
                    TITLE "One ""and"" a half"
                    ISRC gbaye9300106
                    INDEX 00 00:00:00
                    INDEX 01 00:00:33
                  TRACK 02 AUDIO
                    PERFORMER "A Guest"
                    SONGWRITER "Somebody"
                    ISRC not a code
                FILE "b.bin" BINARY
                    INDEX 00 00:00:02
                    INDEX 01 00:02:02
                """;
        var music = CueParser.parse(sheet).music(List.of(1000L, 700L)).orElseThrow();
        assertThat(music.catalogue()).hasValue("0724354526121");
        assertThat(music.text()).isEqualTo(new MusicText("An Album", "The Band", ""));
        var first = music.track(1);
        assertThat(first.hasPreEmphasis()).isTrue();
        assertThat(first.isCopyPermitted()).isTrue();
        assertThat(first.text().title()).isEqualTo("One \"\"and\"\" a half");
        assertThat(first.isrc()).hasValue("GBAYE9300106");
        assertThat(first.pregapLba()).hasValue(0);
        var second = music.track(2);
        assertThat(second.text()).isEqualTo(new MusicText("", "A Guest", "Somebody"));
        assertThat(second.isrc()).isEmpty();
        assertThat(second.pregapLba()).as("it lies in the second file").hasValue(1002);
        assertThat(second.hasPreEmphasis()).isFalse();
    }

    @Test
    void aSheetOfDataHasNoMusic() throws CueException {
        var cue = CueParser.parse("FILE a.iso BINARY\nTRACK 01 MODE1/2048\nINDEX 01 00:00:00");
        assertThat(cue.music(List.of(10L))).isEmpty();
    }

    @Test
    void whatSpindleWritesOfTheMusicItReads() throws CueException {
        var music =
                new MediumMusic(
                        Optional.of("0724354526121"),
                        new MusicText("Kind of \"Blue\"", "Björk", ""),
                        Map.of(
                                1,
                                new TrackMusic(
                                        3,
                                        new MusicText("A", "", "C"),
                                        Optional.of("GBAYE9300106"),
                                        OptionalLong.of(0)),
                                2,
                                new TrackMusic(
                                        0,
                                        MusicText.NONE,
                                        Optional.empty(),
                                        OptionalLong.of(850))));
        var toc =
                new DiscToc(
                        List.of(
                                new Track(1, 1, 33, 967, Track.Mode.AUDIO),
                                new Track(2, 1, 1000, 500, Track.Mode.AUDIO)),
                        1500);
        var read = CueParser.parse(CueText.of(toc, Optional.of(music), "a.bin"));
        var got = read.music(List.of(1500L)).orElseThrow();
        assertThat(got.tracks()).isEqualTo(music.tracks());
        assertThat(got.catalogue()).isEqualTo(music.catalogue());
        assertThat(got.text()).isEqualTo(new MusicText("Kind of 'Blue'", "Björk", ""));
    }

    @Test
    void aFileThatIsShorterThanItsTracksHasEmptyOnes() {
        assertThat(toc(MIXED, 50_000).tracks().getLast().sectors()).isZero();
    }

    @Test
    void whatSpindleWritesItReads() {
        var random = new SplittableRandom(4);
        for (int i = 0; i < 200; i++) {
            var written = random(random);
            long sectors = written.leadOutLba();
            assertThat(
                            MediumFacts.of(
                                            medium(
                                                    toc(
                                                            CueText.of(
                                                                    written,
                                                                    Optional.empty(),
                                                                    "A B.bin"),
                                                            sectors)))
                                    .toc())
                    .hasValue(written);
        }
    }

    private static DiscToc random(SplittableRandom random) {
        var tracks = new Track[random.nextInt(1, 99)];
        long lba = random.nextInt(3) == 0 ? random.nextInt(500) : 0;
        int session = 1;
        for (int i = 0; i < tracks.length; i++) {
            long sectors = random.nextLong(1, 20_000);
            session += i > 0 && random.nextInt(20) == 0 ? 1 : 0;
            var modes = List.of(Track.Mode.AUDIO, Track.Mode.MODE_1, Track.Mode.MODE_2);
            tracks[i] = new Track(i + 1, session, lba, sectors, modes.get(random.nextInt(3)));
            lba += sectors;
        }
        return new DiscToc(List.of(tracks), lba);
    }

    private static Medium medium(MediumToc toc) {
        return new Medium(
                OptionalInt.of(8),
                Optional.of(toc),
                Optional.empty(),
                OptionalInt.empty(),
                false,
                OptionalLong.empty(),
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TRACK 01 AUDIO|line 1: a TRACK stands before its FILE",
                "FILE a BINARY/TRACK 1 AUDIO/INDEX 01 0:00:00/FILE b BINARY|line 4: no TRACK has"
                        + " its INDEX",
                "FILE \"a\" WAVE|line 1: WAVE is no kind of FILE",
                "FILE a BINARY/TRACK 01 MODE2/2336|line 2: MODE2/2336 is no kind of TRACK",
                "FILE a BINARY/TRACK 1 AUDIO/TRACK 1 AUDIO|line 3: track 1 does not follow track 1",
                "FILE a BINARY/TRACK 1 AUDIO/INDEX 01 1:2|line 3: 'INDEX 01 1:2' can't be read",
                "FILE a BINARY/INDEX 01 00:00:00|line 2: an INDEX 01 stands before its TRACK",
                "FILE a BINARY|line 1: there is no TRACK with an INDEX 01",
                "FILE|line 1: 'FILE' can't be read; write it like FILE",
                "FILE a BINARY/TRACK 1 AUDIO/TRACK 2 MODE1/2048|line 3: there are tracks of 2048",
            })
    void whatItCantReadIsToldWithItsLine(String text, String message) {
        String sheet = text.replace("/FILE", "\nFILE").replace("/TRACK", "\nTRACK");
        assertThatThrownBy(() -> CueParser.parse(sheet.replace("/INDEX", "\nINDEX")))
                .hasMessageStartingWith(message);
    }

    @Test
    void anEmptyOneAndOneOutOfOrderAreRefused() {
        assertThatThrownBy(() -> CueParser.parse("")).hasMessageContaining("line 1: there is no");
        String backwards = MIXED.replace("12:34:56", "10:02:00");
        assertThatThrownBy(() -> CueParser.parse(backwards))
                .hasMessageContaining("track 3 does not begin behind the one before it");
    }
}
