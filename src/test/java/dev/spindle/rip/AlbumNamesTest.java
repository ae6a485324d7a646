package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.Drive;
import dev.spindle.drive.DriveInfo;
import dev.spindle.drive.image.ScriptedDrive;
import dev.spindle.drive.medium.Medium;
import dev.spindle.drive.script.ScriptParser;
import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.rip.record.AlbumWords;
import dev.spindle.rip.record.RipRecordText;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What albums are called where others want the same name. */
@Tag("unit")
final class AlbumNamesTest extends AudioRips {
    private static final String NAME = "The Band - Double";

    private void withNamedAlbum(long seed, Consumer<Bench> body) {
        var hanging =
                Bench.with(
                        seed,
                        bench -> {
                            insert(bench);
                            bench.music =
                                    bench.music.with(
                                            new AlbumWords("Double", "The Band", "", "", Map.of()));
                            body.accept(bench);
                        });
        assertThat(hanging).isEmpty();
    }

    /** All of its texts have its name, and its record knows where it is. */
    private void assertWhole(Bench bench, RipVerdict verdict, String name, byte[] first) {
        String folder = Bench.FOLDER + "/" + name;
        assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
        assertThat(verdict.file()).isEqualTo(folder + "/" + name + ".cue");
        assertThat(verdict.text()).contains(" in " + name + ", made in ");
        assertThat(inFolder(bench))
                .filteredOn(path -> path.startsWith(name + "/"))
                .containsExactlyInAnyOrder(
                        name + "/01 Track 01.wav",
                        name + "/02 Track 02.wav",
                        name + "/03 Track 03.wav",
                        name + "/" + name + ".cue",
                        name + "/" + name + ".log",
                        name + "/" + name + ".m3u8",
                        name + "/" + name + ".map",
                        name + "/" + name + ".rip.json");
        assertThat(wav(bench, folder + "/01 Track 01.wav")).isEqualTo(first);
        try {
            var record = RipRecordText.read(text(bench, folder + "/" + name + ".rip.json"));
            assertThat(record.folder()).isEqualTo(folder);
            assertThat(record.album().orElseThrow().folder()).isEqualTo(name);
            assertThat(record.verdict().orElseThrow().text()).isEqualTo(verdict.text());
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
        assertThat(bench.storage.crashCopy().insight().paths())
                .containsAll(bench.storage.insight().paths());
    }

    /** What lies in a drive. */
    private static final class Disc {
        private final byte[] image;
        private final Medium medium;
        private final byte[] firstTrack;

        Disc(byte[] image, Medium medium, byte[] firstTrack) {
            this.image = image;
            this.medium = medium;
            this.firstTrack = firstTrack;
        }

        private Drive open(Bench bench, String address) throws IOException {
            return new ScriptedDrive(
                    bench.baton,
                    new DriveInfo(address, "", address, "", "", true),
                    ScriptParser.parse(bench.script),
                    new MemorySource(image, image.length, bench.sectorBytes, medium),
                    Map.of());
        }
    }

    private Disc disc(Bench bench, int firstSectors) {
        tracks.set(0, firstSectors);
        var music = bench.music;
        insert(bench);
        bench.music = music;
        return new Disc(bench.image, bench.medium, track(bench, 0));
    }

    /** The two discs of a double album in two drives, say. */
    @Test
    void twoAlbumsOfOneNameThatAreMadeAtOnceAreTwo() {
        for (long seed = 1; seed <= 20; seed++) {
            withNamedAlbum(
                    seed,
                    bench -> {
                        var discOne = disc(bench, 300);
                        var discTwo = disc(bench, 280);
                        bench.opener =
                                Optional.of(address ->
                                        (address.equals("one") ? discOne : discTwo)
                                                .open(bench, address));
                        bench.sequel = sequel(bench, List.of("one", "two")::contains);
                        bench.storage.on(CallKind.SYNC).cost(Duration.ofSeconds(1));
                        bench.drive = "one";
                        var one = bench.start();
                        bench.awaitPhase(one, Phase.SWEEPING);
                        bench.drive = "two";
                        var two = bench.start();
                        var first = bench.end(one);
                        var second = bench.end(two);
                        boolean isOneFirst = first.file().contains("/" + NAME + "/");
                        String other = NAME + "-2";
                        assertWhole(bench, first, isOneFirst ? NAME : other, discOne.firstTrack);
                        assertWhole(bench, second, isOneFirst ? other : NAME, discTwo.firstTrack);
                        assertThat(inFolder(bench)).hasSize(2 * 9);
                    });
        }
    }

    @Test
    void aFolderOfThatNameThatAppearsMeanwhileIsLeftAlone() {
        withNamedAlbum(
                1,
                bench -> {
                    bench.storage.on(CallKind.SYNC).cost(Duration.ofSeconds(1));
                    var rip = bench.start();
                    bench.awaitPhase(rip, Phase.MAKING_TRACKS);
                    bench.storage.insight().folder(Bench.FOLDER + "/" + NAME);
                    bench.storage
                            .insight()
                            .file(Bench.FOLDER + "/" + NAME + "/mine", new byte[] {7});
                    assertWhole(bench, bench.end(rip), NAME + "-2", track(bench, 0));
                    assertThat(bench.storage.insight().content(Bench.FOLDER + "/" + NAME + "/mine"))
                            .containsExactly(7);
                });
    }

    @Test
    void aFileOfThatNameThatAppearsMeanwhileIsLeftAlone() {
        withNamedAlbum(
                1,
                bench -> {
                    bench.storage.on(CallKind.SYNC).cost(Duration.ofSeconds(1));
                    var rip = bench.start();
                    bench.awaitPhase(rip, Phase.MAKING_TRACKS);
                    bench.storage.insight().file(Bench.FOLDER + "/" + NAME, new byte[] {7});
                    assertWhole(bench, bench.end(rip), NAME + "-2", track(bench, 0));
                    assertThat(bench.storage.insight().content(Bench.FOLDER + "/" + NAME))
                            .containsExactly(7);
                });
    }

    /** Any other trouble with the name is told, and the image stays. */
    @Test
    void aRenameThatFailsOtherwiseIsTold() {
        withNamedAlbum(
                1,
                bench -> {
                    bench.storage
                            .on(CallKind.RENAME_OVER)
                            .path(ALBUM + ".tracks.part")
                            .fail(Errno.EIO);
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    assertThat(verdict.text()).contains("The Band - Songs.bin stays");
                    assertThat(inFolder(bench)).doesNotContain(NAME, NAME + "-2");
                });
    }
}
