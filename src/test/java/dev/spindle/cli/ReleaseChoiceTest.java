package dev.spindle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.MusicServers;
import dev.spindle.rip.MusicWishes;
import dev.spindle.rip.Release;
import dev.spindle.rip.record.AlbumWords;
import dev.spindle.ui.ExampleMusic;
import dev.spindle.ui.Examples;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What the command line does to learn what tracks are called. */
@Tag("unit")
@SuppressWarnings("NullAway.Init")
class ReleaseChoiceTest {
    private final CliRun cli = new CliRun();

    @TempDir private Path folder;

    @BeforeEach
    void insert() {
        cli.service.drives.add(ExampleMusic.withoutText());
    }

    private static Release release(String id, String title) {
        return new Release(
                new AlbumWords(
                        title,
                        "The Islanders",
                        "1997",
                        id,
                        Map.of(1, new AlbumWords.TrackWords("Harbour at Dawn", ""))),
                "GB",
                "Breakwater");
    }

    private MusicWishes wishes(String options) {
        var line = ("rip /dev/sr0 -o " + folder + " " + options).split(" ");
        assertThat(cli.in(folder).run(line)).as(cli.err()).isZero();
        return cli.service.requests.getFirst().music();
    }

    @Test
    void asksNobodyUnasked() {
        cli.service.releasesProblem = new IOException("asked");
        assertThat(wishes("").servers()).isEmpty();
        assertThat(cli.err()).doesNotContain("looked up");
    }

    @Test
    void takesTheOneThatFits() {
        cli.service.releases.add(release("b1a9", "Songs"));
        var wishes = wishes("--lookup --server ctdb=http://localhost:8/");
        assertThat(wishes.words().orElseThrow().title()).isEqualTo("Songs");
        assertThat(wishes.servers().orElseThrow().ctdb()).hasToString("http://localhost:8");
        assertThat(wishes.servers().orElseThrow().musicBrainz())
                .isEqualTo(MusicServers.USUAL.musicBrainz());
        assertThat(cli.err())
                .contains(
                        "spindle: MusicBrainz knows it as The Islanders - Songs"
                                + " (1997, GB, Breakwater)\n");
    }

    @Test
    void ofSeveralTheUserChooses() {
        cli.service.releases.add(release("b1a9", "Songs"));
        cli.service.releases.add(release("c2d4", "Songs, again"));
        assertThat(wishes("--lookup").words()).isEmpty();
        assertThat(cli.err())
                .contains("2 releases fit, and the disc's own words are taken")
                .contains("spindle: c2d4  The Islanders - Songs, again (1997, GB, Breakwater)\n");
        assertThat(cli.run("rip", "/dev/sr0", "-o", "out", "--lookup", "--release", "C2D4"))
                .isZero();
        assertThat(cli.service.requests.get(1).music().words().orElseThrow().title())
                .isEqualTo("Songs, again");
    }

    @Test
    void aReleaseThatDoesNotFitIsRefused() {
        cli.service.releases.add(release("b1a9", "Songs"));
        assertThat(cli.run("rip", "/dev/sr0", "-o", "out", "--lookup", "--release", "zzz"))
                .isEqualTo(1);
        assertThat(cli.err())
                .contains("--release: none of the 1 releases that fit this disc is 'zzz'");
        assertThat(cli.service.requests).isEmpty();
    }

    @Test
    void aNetworkThatFailsKeepsNobodyFromRipping() {
        cli.service.releasesProblem = new IOException("musicbrainz.org can't be reached");
        assertThat(wishes("--lookup").words()).isEmpty();
        assertThat(cli.err())
                .contains("titles could not be looked up: musicbrainz.org can't be reached");
    }

    @Test
    void aDiscThatNobodyKnowsIsTold() {
        assertThat(wishes("--lookup").words()).isEmpty();
        assertThat(cli.err()).contains("MusicBrainz does not know this disc");
    }

    @Test
    void ofADiscWithoutMusicNobodyIsAsked() {
        cli.service.drives.set(0, Examples.drive());
        cli.service.releasesProblem = new IOException("asked");
        assertThat(wishes("--lookup").words()).isEmpty();
        assertThat(cli.err()).doesNotContain("looked up");
    }

    @Test
    void takesTitlesFromASheetAndAPicture() throws IOException {
        Files.writeString(
                folder.resolve("t.cue"),
                """
                REM DATE 1997
                PERFORMER "The Islanders"
                TITLE "Songs"
                  TRACK 01 AUDIO
                    TITLE "Harbour"
                """);
        Files.write(folder.resolve("c.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1});
        cli.service.releasesProblem = new IOException("asked");
        var wishes = wishes("--titles t.cue --cover c.jpg --lookup");
        assertThat(wishes.words().orElseThrow().track(1).title()).isEqualTo("Harbour");
        assertThat(wishes.words().orElseThrow().date()).isEqualTo("1997");
        assertThat(wishes.cover()).contains(folder.resolve("c.jpg").toString());
        assertThat(cli.err()).as("the sheet says it all").doesNotContain("looked up");
    }

    @Test
    void refusesSheetsAndPicturesThatAreNone() throws IOException {
        Files.writeString(folder.resolve("empty.cue"), "FILE \"a\" WAVE\n");
        Files.write(
                folder.resolve("latin.cue"), "TITLE \"é\"".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(folder.resolve("c.gif"), "GIF89a");
        assertRefused("--titles empty.cue", "--titles: empty.cue has no TITLE and no PERFORMER");
        assertRefused("--titles latin.cue", "--titles: latin.cue is no UTF-8 text");
        assertRefused("--cover c.gif", "--cover: the picture is neither a JPEG nor a PNG");
        assertRefused("--cover .", "--cover: ");
    }

    private void assertRefused(String options, String sentence) {
        var line = ("rip /dev/sr0 -o out " + options).split(" ");
        assertThat(cli.in(folder).run(line)).isEqualTo(1);
        assertThat(cli.err()).contains(sentence);
        assertThat(cli.service.requests).isEmpty();
    }
}
