package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.rip.TrackProgress.Stage;
import dev.spindle.rip.record.AlbumWords;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.RipRecordText;
import dev.spindle.rip.verify.FileVerification;
import dev.spindle.rip.verify.HashCheck;
import dev.spindle.rip.verify.Verification;
import dev.spindle.rip.verify.VerifyReport;
import dev.spindle.rip.verify.VerifyReport.Outcome;
import dev.spindle.run.Deadline;
import dev.spindle.run.StopToken;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is told of tracks on the way, what a later run knows of them, and reading them back. */
@Tag("unit")
final class AlbumAfterwardsTest extends AudioRips {
    private static final String FIRST = ALBUM + "/01 Song 1.wav";

    private static Verification start(Bench bench, String named) {
        return FileVerification.start(
                bench.baton, bench.storage, named, stop -> bench.sequel.verification(named, stop));
    }

    private static VerifyReport verify(Bench bench, String named) {
        var verification = start(bench, named);
        assertThat(verification.awaitEnd(Deadline.never())).isTrue();
        try {
            return verification.report();
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
    }

    private static RipRecord record(Bench bench, String path) {
        try {
            return RipRecordText.read(text(bench, path));
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
    }

    @Test
    void eachTrackTellsWhereItIs() {
        with(bench -> {
            bench.script = "speed 200K";
            var rip = bench.start();
            Set<List<Stage>> seen = new HashSet<>();
            var shares = new ArrayList<Double>();
            while (!rip.awaitEnd(bench.baton.in(Duration.ofMillis(20)))) {
                var tracks = rip.tracks();
                seen.add(tracks.stream().map(TrackProgress::stage).toList());
                tracks.forEach(track -> shares.add(track.share()));
            }
            assertThat(seen)
                    .contains(
                            List.of(Stage.WAITING, Stage.WAITING, Stage.WAITING),
                            List.of(Stage.READ, Stage.READ, Stage.READING));
            assertThat(shares).allMatch(share -> share >= 0 && share <= 1);
            assertThat(rip.tracks()).extracting(TrackProgress::stage).containsOnly(Stage.DONE);
            assertThat(rip.tracks())
                    .extracting(TrackProgress::title)
                    .containsExactly("Song 1", "Track 02", "Song 3");
            assertThat(rip.tracks())
                    .extracting(TrackProgress::sectors)
                    .containsExactly(300L, 200L, 250L);
        });
    }

    @Test
    void whileOneIsWrittenTheOthersAreConfirmed() {
        with(bench -> {
            bench.storage.on(CallKind.SYNC).cost(Duration.ofSeconds(1));
            var rip = bench.start();
            bench.awaitPhase(rip, Phase.MAKING_TRACKS);
            assertThat(rip.tracks())
                    .extracting(TrackProgress::stage)
                    .containsExactly(Stage.WRITING, Stage.CONFIRMED, Stage.CONFIRMED);
            var _ = bench.end(rip);
        });
    }

    @Test
    void aMissingProgramIsToldWhileTheDiscIsReadAndNothingIsLost() {
        with(bench -> {
            wants(bench, MusicWishes.Format.FLAC, 0);
            bench.script = "speed 200K";
            var rip = bench.start();
            bench.sleep(Duration.ofSeconds(3));
            assertThat(rip.takeEvents())
                    .filteredOn(RipEvent.Noticed.class::isInstance)
                    .extracting(event -> ((RipEvent.Noticed) event).text())
                    .singleElement()
                    .asString()
                    .startsWith("No tracks can be made yet: there are no programs here. The");
            assertThat(rip.snapshot().phase()).isEqualTo(Phase.SWEEPING);
            assertThat(bench.end(rip).text()).contains("The tracks could not be made");
            assertThat(inFolder(bench)).contains("The Band - Songs.bin");
        });
    }

    @Test
    void anImageHasNoTracksToTellOf() {
        with(bench -> {
            wants(bench, MusicWishes.Format.IMAGE, 0);
            var rip = bench.start();
            var _ = bench.end(rip);
            assertThat(rip.tracks()).isEmpty();
        });
    }

    @Test
    void wordsThatWereTypedStandInFilesTagsAndRecord() {
        var words =
                new AlbumWords(
                        "Other Songs",
                        "Somebody",
                        "1997",
                        "",
                        Map.of(2, new AlbumWords.TrackWords("Zwei: Ö/Ä", "Gast")));
        with(bench -> {
            bench.music = bench.music.with(words);
            String album = Bench.FOLDER + "/Somebody - Other Songs/Somebody - Other Songs";
            assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
            assertThat(text(bench, album + ".cue"))
                    .contains("REM DATE \"1997\"", "TITLE \"Other Songs\"", "PERFORMER \"Gast\"");
            var tracks = record(bench, album + ".rip.json").album().orElseThrow();
            assertThat(tracks.words().orElseThrow().track(2).title()).isEqualTo("Zwei: Ö/Ä");
            assertThat(tracks.words().orElseThrow().track(1).title()).isEqualTo("Track 01");
            assertThat(TrackProgress.of(tracks))
                    .extracting(TrackProgress::title)
                    .containsExactly("Track 01", "Zwei: Ö/Ä", "Track 03");
        });
    }

    /** Who only says that a rip is to go on wants what was wanted when it began. */
    @Test
    void aRipThatIsGoneOnWithKeepsItsFormatOffsetAndWords() {
        with(bench -> {
            bench.music =
                    bench.music.with(
                            new AlbumWords(
                                    "Mine",
                                    "Me",
                                    "",
                                    "",
                                    Map.of(1, new AlbumWords.TrackWords("Uno", ""))));
            bench.music =
                    new MusicWishes(bench.music.format(), 6, "{nr} - {title}", bench.music.words());
            bench.storage.on(CallKind.SYNC).cost(Duration.ofSeconds(1));
            var rip = bench.start();
            bench.awaitPhase(rip, Phase.MAKING_TRACKS);
            rip.stop();
            assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.STOPPED);
            // The call that the stop did not wait for returns.
            bench.sleep(Duration.ofSeconds(5));

            bench.music = MusicWishes.STANDARD;
            bench.resume = ResumeMode.RESUME;
            assertThat(bench.rip().text()).contains("WAV files");
            assertThat(inFolder(bench)).contains("Me - Mine/01 - Uno.wav");
            var record = record(bench, Bench.FOLDER + "/Me - Mine/Me - Mine.rip.json");
            assertThat(record.wishes().orElseThrow().offsetSamples()).isEqualTo(6);
            assertThat(record.album().orElseThrow().offsetSamples()).isEqualTo(6);
        });
    }

    /** The same samples under other words are another album. */
    @Test
    void otherWordsMakeAnotherAlbum() {
        with(bench -> {
            wants(bench, MusicWishes.Format.IMAGE, 0);
            var _ = bench.rip();
            wants(bench, MusicWishes.Format.WAV, 0);
            var _ = bench.rip();
            assertThat(bench.rip().text()).contains("Its tracks lie in The Band - Songs already");
            bench.music = bench.music.with(new AlbumWords("Mine", "", "", "", Map.of()));
            assertThat(bench.rip().text()).contains("WAV files in Mine, ");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/01 Song 1.wav", "/The Band - Songs.cue", "/The Band - Songs.bin"})
    void anAlbumIsReadBackByAnyOfItsNames(String file) {
        with(bench -> {
            var _ = bench.rip();
            var report = verify(bench, ALBUM + file);
            assertThat(report.outcome()).isEqualTo(Outcome.EQUAL);
            assertThat(report.text())
                    .startsWith(ALBUM + " is what was ripped: all of its 3 tracks agree.");
            assertThat(report.checks()).hasSize(3).allMatch(HashCheck::isEqual);
            assertThat(report.bytes()).isEqualTo(750L * RAW);
        });
    }

    @Test
    void whatIsNoAlbumIsLeftToOthers() {
        with(bench -> {
            wants(bench, MusicWishes.Format.IMAGE, 0);
            var _ = bench.rip();
            assertThat(
                            bench.sequel.verification(
                                    Bench.FOLDER + "/The Band - Songs.bin", StopToken.never()))
                    .isEqualTo(Optional.empty());
            assertThat(bench.sequel.verification("/", StopToken.never()))
                    .isEqualTo(Optional.empty());
        });
    }

    @Test
    void tracksThatChangedOrAreGoneAreNamed() {
        with(bench -> {
            var _ = bench.rip();
            byte[] first = bench.storage.insight().content(FIRST);
            first[5000] ^= 1;
            bench.storage.insight().file(FIRST, first);
            String third = ALBUM + "/03 Song 3.wav";
            byte[] cut = bench.storage.insight().content(third);
            bench.storage.insight().file(third, Arrays.copyOf(cut, 20));
            var report = verify(bench, ALBUM);
            assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
            assertThat(report.text())
                    .contains("2 of 3 tracks are missing or hold something else")
                    .contains("(01 Song 1.wav, 03 Song 3.wav). The storage did not keep it");
            assertThat(report.checks())
                    .extracting(HashCheck::isEqual)
                    .containsExactly(false, true, false);
            assertThat(report.checks().get(2).foundHex()).isEmpty();
        });
    }

    @Test
    void aStorageThatDoesNotGiveThemBackIsTold() {
        with(bench -> {
            var _ = bench.rip();
            bench.storage.on(CallKind.READ).path(FIRST).fail(Errno.EIO);
            var report = verify(bench, ALBUM);
            assertThat(report.outcome()).isEqualTo(Outcome.UNREADABLE);
            assertThat(report.text()).contains(ALBUM + " can't be read back: ");
        });
    }

    @Test
    void readingBackStops() {
        with(bench -> {
            var _ = bench.rip();
            bench.storage.on(CallKind.READ).cost(Duration.ofSeconds(1));
            var verification = start(bench, ALBUM);
            assertThat(verification.awaitEnd(bench.baton.in(Duration.ofMillis(1500)))).isFalse();
            verification.stop();
            assertThat(verification.awaitEnd(bench.baton.in(Duration.ofSeconds(2)))).isTrue();
            try {
                assertThat(verification.report().outcome()).isEqualTo(Outcome.STOPPED);
            } catch (IOException problem) {
                throw new AssertionError(problem);
            }
        });
    }
}
