package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.medium.Medium;
import dev.spindle.drive.medium.MediumToc;
import dev.spindle.drive.medium.MediumTrack;
import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.rip.record.RipRecordText;
import dev.spindle.rip.record.RipState;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;

/** Audio CDs by the engine that ships: image first, tracks then, and nothing lost in between. */
@Tag("unit")
final class AudioRipTest extends AudioRips {
    @Test
    void aDiscBecomesTracksAndItsImageGoes() {
        with(bench -> {
            var verdict = bench.rip();
            assertAlbum(bench, verdict);
            assertThat(verdict.text())
                    .startsWith("Complete: The Band - Songs.bin, 1.76 MB in ")
                    .contains(" Its 3 tracks are WAV files in The Band - Songs, made in ")
                    .endsWith(
                            ", read back and compared; The Band - Songs.bin was removed. A second"
                                    + " reading of the disc was the same.");
            try {
                var record = RipRecordText.read(text(bench, ALBUM + "/The Band - Songs.rip.json"));
                assertThat(record.state()).isEqualTo(RipState.COMPLETE);
                assertThat(record.folder()).isEqualTo(ALBUM);
                assertThat(record.verdict().orElseThrow().text()).isEqualTo(verdict.text());
                assertThat(record.album().orElseThrow().tracks())
                        .extracting(track -> track.samples())
                        .containsExactly(300L * 588, 200L * 588, 250L * 588);
            } catch (IOException problem) {
                throw new AssertionError(problem);
            }
        });
    }

    @Test
    void whoFollowsSeesOneRip() {
        with(bench -> {
            bench.storage.on(CallKind.SYNC).cost(Duration.ofSeconds(1));
            var rip = bench.start();
            bench.awaitPhase(rip, Phase.MAKING_TRACKS);
            assertThat(rip.snapshot().verdict()).isEmpty();
            assertThat(rip.savedRecord()).as("it is not the last word").isEmpty();
            assertThat(rip.snapshot().totalBytes()).isEqualTo(2L * 750 * RAW);
            assertThat(bench.discs.getLast().isClosed()).isTrue();
            assertThat(rip.takeEvents())
                    .filteredOn(RipEvent.Noticed.class::isInstance)
                    .extracting(event -> ((RipEvent.Noticed) event).text())
                    .containsExactly(
                            "The image The Band - Songs.bin is there; its tracks are made now.");
            assertAlbum(bench, bench.end(rip));
            assertThat(rip.snapshot().phase()).isEqualTo(Phase.ENDED);
        });
    }

    /** The library need not ask the destination for what the rip has just written there. */
    @Test
    void ofADiscWithoutMusicTheRecordIsThatOfTheImage() {
        var _ =
                Bench.with(bench -> {
                    insertAgain(bench);
                    var rip = bench.start();
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
                    var saved = rip.savedRecord().orElseThrow();
                    assertThat(saved.file()).isEqualTo(bench.files().paths().record());
                    assertThat(saved.record().verdict()).isPresent();
                });
    }

    @Test
    void theReadOffsetIsUndone() {
        for (int offset : new int[] {6, 667, -12}) {
            with(bench -> {
                wants(bench, MusicWishes.Format.WAV, offset);
                assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                var all = new java.io.ByteArrayOutputStream();
                for (String name : List.of("01 Song 1", "02 Track 02", "03 Song 3")) {
                    all.writeBytes(wav(bench, ALBUM + "/" + name + ".wav"));
                }
                byte[] expected = new byte[bench.image.length];
                int shift = offset * 4;
                int from = Math.max(0, shift);
                int length = bench.image.length - Math.abs(shift);
                System.arraycopy(bench.image, from, expected, Math.max(0, -shift), length);
                assertThat(Arrays.equals(all.toByteArray(), expected)).as("%d", offset).isTrue();
                assertThat(text(bench, ALBUM + "/The Band - Songs.log"))
                        .contains("Read offset: " + offset + " samples");
            });
        }
    }

    @Test
    void withoutWordsTracksHaveNumbers() {
        hasWords = false;
        with(bench -> {
            bench.name = Optional.of("disc");
            assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
            assertThat(inFolder(bench)).contains("disc/01 Track 01.wav", "disc/disc.cue");
        });
    }

    @Test
    void silenceBeforeTheFirstTrackIsAPregap() {
        silent = 33;
        with(bench -> {
            assertAlbum(bench, bench.rip());
            assertThat(text(bench, ALBUM + "/The Band - Songs.cue")).contains("PREGAP 00:00:33");
        });
    }

    @Test
    void musicBeforeTheFirstTrackIsATrackOfItsOwn() {
        silent = 400;
        with(bench -> {
            bench.image[100 * RAW] = 1;
            assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
            byte[] hidden = wav(bench, ALBUM + "/00 Hidden track.wav");
            assertThat(hidden).isEqualTo(Arrays.copyOf(bench.image, 400 * RAW));
            assertThat(text(bench, ALBUM + "/The Band - Songs.cue"))
                    .containsSubsequence(
                            "FILE \"00 Hidden track.wav\" WAVE",
                            "TRACK 01 AUDIO",
                            "INDEX 00 00:00:00",
                            "FILE \"01 Song 1.wav\" WAVE",
                            "INDEX 01 00:00:00");
        });
    }

    /** What could be read is there, what could not is named, and the image stays for more. */
    @Test
    void holesAreSilenceAndTheImageStays() {
        with(bench -> {
            bench.script = "speed 100M\nbad 310 2 sense 3/11/05";
            var verdict = bench.rip();
            assertThat(verdict.outcome())
                    .as(verdict.text())
                    .isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
            assertThat(verdict.file()).isEqualTo(Bench.FOLDER + "/The Band - Songs.bin");
            assertThat(verdict.text()).contains("; The Band - Songs.bin was kept.");
            byte[] expected = track(bench, 1);
            Arrays.fill(expected, 10 * RAW, 12 * RAW, (byte) 0);
            assertThat(wav(bench, ALBUM + "/02 Track 02.wav")).isEqualTo(expected);
            assertThat(wav(bench, ALBUM + "/03 Song 3.wav")).isEqualTo(track(bench, 2));
            assertThat(text(bench, ALBUM + "/The Band - Songs.log"))
                    .contains("Silence for unread sectors: 00:00:10 to 00:00:12");
            assertThat(inFolder(bench)).contains("The Band - Songs.bin", "The Band - Songs.map");
        });
    }

    @Test
    void onceItIsMadeItIsNotMadeAgain() {
        with(bench -> {
            assertAlbum(bench, bench.rip());
            var again = bench.rip();
            assertAlbum(bench, again);
            assertThat(again.text())
                    .contains("Its tracks lie in The Band - Songs already, of the same samples;");
        });
    }

    @Test
    void anotherFolderOfThatNameIsLeftAlone() {
        with(bench -> {
            bench.storage.insight().folder(ALBUM);
            bench.storage.insight().file(ALBUM + "/01 Song 1.wav", new byte[] {1, 2, 3});
            var verdict = bench.rip();
            assertThat(verdict.outcome()).isEqualTo(RipOutcome.COMPLETE);
            assertThat(verdict.file()).isEqualTo(ALBUM + "-2/The Band - Songs-2.cue");
            assertThat(bench.storage.insight().content(ALBUM + "/01 Song 1.wav"))
                    .isEqualTo(new byte[] {1, 2, 3});
            assertThat(wav(bench, ALBUM + "-2/01 Song 1.wav")).isEqualTo(track(bench, 0));
        });
    }

    @Test
    void theImageAloneMayBeWanted() {
        with(bench -> {
            wants(bench, MusicWishes.Format.IMAGE, 0);
            var verdict = bench.rip();
            assertThat(verdict.file()).endsWith("/The Band - Songs.bin");
            assertThat(inFolder(bench)).contains("The Band - Songs.bin", "The Band - Songs.cue");
            assertThat(inFolder(bench)).doesNotContain("The Band - Songs");
        });
    }

    /** A game with music behind its data is wanted whole. */
    @Test
    void aDiscThatBeginsWithDataStaysAnImageUnlessTracksAreAskedFor() {
        dataTracks = 1;
        with(bench -> {
            bench.music = MusicWishes.STANDARD;
            bench.name = Optional.of("game");
            assertThat(bench.rip().file()).endsWith("/game.bin");
            assertThat(inFolder(bench)).doesNotContain("game");
            wants(bench, MusicWishes.Format.WAV, 0);
            var verdict = bench.rip();
            assertThat(verdict.text()).startsWith("game.bin was complete already; ");
            assertThat(verdict.text()).contains(" Its 2 tracks are WAV files in game");
            assertThat(inFolder(bench))
                    .contains("game.bin", "game/02 Track 02.wav", "game/03 Song 3.wav")
                    .doesNotContain("game/01 Song 1.wav");
        });
    }

    /** Who asked for an image has it, whatever is made of it later. */
    @Test
    void anImageThatWasAskedForStays() {
        with(bench -> {
            wants(bench, MusicWishes.Format.IMAGE, 0);
            assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
            bench.music = MusicWishes.STANDARD;
            assertThat(bench.rip().file()).as("as the library goes on").endsWith(".bin");
            wants(bench, MusicWishes.Format.WAV, 0);
            var verdict = bench.rip();
            assertThat(verdict.text()).contains("; The Band - Songs.bin was kept.");
            assertThat(bench.storage.insight().content(Bench.FOLDER + "/The Band - Songs.bin"))
                    .isEqualTo(bench.image);
            assertThat(wav(bench, ALBUM + "/01 Song 1.wav")).isEqualTo(track(bench, 0));
        });
    }

    /** The same samples, put together in another way, are another album. */
    @Test
    void anotherOffsetMakesOtherTracks() {
        with(bench -> {
            assertAlbum(bench, bench.rip());
            wants(bench, MusicWishes.Format.WAV, 6);
            var verdict = bench.rip();
            assertThat(verdict.text()).contains(" WAV files in The Band - Songs-2, made in ");
            byte[] moved = wav(bench, ALBUM + "-2/01 Song 1.wav");
            assertThat(Arrays.copyOf(moved, 400))
                    .isEqualTo(Arrays.copyOfRange(bench.image, 24, 424));
            assertThat(verdict.file()).as("six samples are in no track").endsWith(".bin");
        });
    }

    @Test
    void anAlbumThatHasLostATrackIsMadeAgain() {
        with(bench -> {
            assertAlbum(bench, bench.rip());
            try {
                bench.storage.remove(ALBUM + "/02 Track 02.wav");
            } catch (IOException problem) {
                throw new AssertionError(problem);
            }
            assertThat(bench.rip().text()).contains(" WAV files in The Band - Songs-2, made in ");
            assertThat(wav(bench, ALBUM + "-2/02 Track 02.wav")).isEqualTo(track(bench, 1));
        });
    }

    /** Less than a hidden track, and more than nothing: it is in the image alone. */
    @Test
    void soundThatNoTrackHasKeepsTheImage() {
        silent = 33;
        with(bench -> {
            bench.image[33 * RAW - 8] = 1;
            var verdict = bench.rip();
            assertThat(verdict.outcome()).isEqualTo(RipOutcome.COMPLETE);
            assertThat(verdict.text()).contains("; The Band - Songs.bin was kept.");
            assertThat(inFolder(bench)).doesNotContain("The Band - Songs/00 Hidden track.wav");
            assertThat(bench.rip().text())
                    .as("also when it is found the next time")
                    .contains(" already, of the same samples; The Band - Songs.bin was kept.");
            assertThat(bench.storage.insight().content(Bench.FOLDER + "/The Band - Songs.bin"))
                    .isEqualTo(bench.image);
        });
    }

    /** Once the album has its name, nothing that happens to the image makes it undone. */
    @Test
    void anImageThatCantBeRemovedIsToldAsKept() {
        with(bench -> {
            bench.storage
                    .on(CallKind.REMOVE)
                    .path(Bench.FOLDER + "/The Band - Songs.bin")
                    .fail(Errno.EIO);
            var verdict = bench.rip();
            assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
            assertThat(verdict.text()).contains("; The Band - Songs.bin was kept.");
            assertThat(wav(bench, ALBUM + "/03 Song 3.wav")).isEqualTo(track(bench, 2));
        });
    }

    @Test
    void aStopWhileTheImageIsBeingRemovedTellsOfTheAlbum() {
        var hanging =
                left(bench -> {
                    bench.storage
                            .on(CallKind.REMOVE)
                            .path(Bench.FOLDER + "/The Band - Songs.bin")
                            .hang(Duration.ofHours(5));
                    var rip = bench.start();
                    bench.awaitPhase(rip, Phase.MAKING_TRACKS);
                    bench.sleep(Duration.ofSeconds(20));
                    rip.stop();
                    bench.timeToEndAtMost(rip, Duration.ofSeconds(1));
                    var verdict = rip.snapshot().verdict().orElseThrow();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(verdict.text()).contains("; The Band - Songs.bin was kept.");
                    assertThat(wav(bench, ALBUM + "/03 Song 3.wav")).isEqualTo(track(bench, 2));
                });
        assertThat(hanging).contains("encoder");
    }

    /** Data in a session of its own: the last track ends where its session does. */
    @Test
    void dataBehindTheMusicTakesNothingFromIt() {
        with(bench -> {
            var toc =
                    List.of(
                            new MediumTrack(1, 1, 0, 300, 0, 0),
                            new MediumTrack(2, 1, 300, 100, 0, 0),
                            new MediumTrack(3, 2, 500, 250, 4, 1));
            bench.medium =
                    new Medium(
                            OptionalInt.of(8),
                            Optional.of(new MediumToc(toc, 750)),
                            Optional.empty(),
                            OptionalInt.empty(),
                            false,
                            OptionalLong.empty(),
                            bench.medium.music());
            var verdict = bench.rip();
            assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
            assertThat(wav(bench, ALBUM + "/02 Track 02.wav"))
                    .isEqualTo(Arrays.copyOfRange(bench.image, 300 * RAW, 400 * RAW));
            assertThat(text(bench, Bench.FOLDER + "/The Band - Songs.cue"))
                    .contains("REM LEAD-OUT 00:05:25", "REM SESSION 02");
            assertThat(inFolder(bench)).contains("The Band - Songs.bin");
        });
    }

    @Test
    void aStopLeavesTheImageAndTheSameCommandGoesOn() {
        with(bench -> {
            bench.storage
                    .on(CallKind.SYNC)
                    .path(partOf("02 Track 02.wav"))
                    .cost(Duration.ofMinutes(5));
            var rip = bench.start();
            bench.awaitPhase(rip, Phase.MAKING_TRACKS);
            bench.sleep(Duration.ofSeconds(20));
            rip.stop();
            bench.timeToEndAtMost(rip, Duration.ofSeconds(1));
            var stopped = rip.snapshot().verdict().orElseThrow();
            assertThat(stopped.outcome()).as(stopped.text()).isEqualTo(RipOutcome.STOPPED);
            assertThat(stopped.text()).contains("The Band - Songs.bin stays");
            assertThat(bench.storage.insight().content(Bench.FOLDER + "/The Band - Songs.bin"))
                    .isEqualTo(bench.image);
            bench.sleep(Duration.ofMinutes(6));
            bench.storage.on(CallKind.SYNC).path(partOf("02 Track 02.wav")).cost(Duration.ZERO);
            assertAlbum(bench, bench.rip());
        });
    }

    @Test
    void storageThatStandsStillIsNotWaitedForForEver() {
        var hanging =
                left(bench -> {
                    bench.storage
                            .on(CallKind.SYNC)
                            .path(partOf("01 Song 1.wav"))
                            .hang(Duration.ofHours(5));
                    var verdict = bench.rip();
                    assertThat(verdict.outcome())
                            .as(verdict.text())
                            .isEqualTo(RipOutcome.NOT_CONFIRMED);
                    assertThat(verdict.text()).startsWith("The tracks are not confirmed: ");
                });
        assertThat(hanging).contains("encoder");
    }

    @Test
    void aFullDiskCostsTheTracksAndNotTheImage() {
        with(bench -> {
            bench.storage.on(CallKind.WRITE).path(partOf("02 Track 02.wav")).fail(Errno.ENOSPC);
            var verdict = bench.rip();
            assertThat(verdict.outcome())
                    .as(verdict.text())
                    .isEqualTo(RipOutcome.DESTINATION_FAILED);
            assertThat(verdict.text()).startsWith("The tracks could not be made: ");
            assertThat(inFolder(bench))
                    .contains("The Band - Songs.bin")
                    .doesNotContain("The Band - Songs.tracks.part");
        });
    }

    /** At any moment: the image or the album is there, and the next run ends well. */
    @Test
    void killedAtAnyMomentNothingIsLost() {
        for (int round = 1; round <= 40; round++) {
            long seed = round * 7919L;
            boolean hasPowerCut = round % 2 == 0;
            var _ =
                    Bench.with(
                            seed,
                            bench -> {
                                insert(bench);
                                bench.storage.on(CallKind.SYNC).cost(Duration.ofMillis(200));
                                bench.storage.on(CallKind.RENAME_OVER).cost(Duration.ofMillis(100));
                                bench.storage.on(CallKind.REMOVE).cost(Duration.ofMillis(100));
                                var rip = bench.start();
                                bench.awaitPhase(rip, Phase.MAKING_TRACKS);
                                bench.sleep(Duration.ofMillis(new Random(seed).nextInt(3500)));
                                if (hasPowerCut) {
                                    bench.cutPower(seed);
                                } else {
                                    bench.kill();
                                }
                                assertSafe(bench, seed);
                                insertAgain(bench);
                                assertAlbum(bench, bench.rip());
                            });
        }
    }

    private void assertSafe(Bench bench, long seed) {
        boolean hasImage = inFolder(bench).contains("The Band - Songs.bin");
        boolean hasAlbum =
                inFolder(bench).contains("The Band - Songs/03 Song 3.wav")
                        && Arrays.equals(wav(bench, ALBUM + "/01 Song 1.wav"), track(bench, 0));
        assertThat(hasImage || hasAlbum).as("seed %d: %s", seed, inFolder(bench)).isTrue();
    }
}
