package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.OsException;
import dev.spindle.os.script.CallKind;
import dev.spindle.rescue.ReadCommand.Pass;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.rip.record.RipState;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/** {@code --staging}: ripped to one folder, moved on to another, and never lost in between. */
@Tag("unit")
final class StagedRipTest {
    private static final int MIB = TestImage.MIB;

    /** {@code SMB2_SUPER_MAGIC} of linux/magic.h. */
    private static final long SMB2 = 0xFE534D42L;

    private static final String STAGING = "/local/staging";

    private static final String STAGED = STAGING + "/SIMULATED.iso";
    private static final String ARRIVED = Bench.FOLDER + "/SIMULATED.iso";

    private static void with(Consumer<Bench> body) {
        assertThat(left(body)).isEmpty();
    }

    /** The roles whose threads still hung at the end. */
    private static List<String> left(Consumer<Bench> body) {
        return Bench.with(bench -> {
            bench.image = TestImage.iso(1, 8 * MIB, "SIMULATED");
            bench.staging = Optional.of(STAGING);
            bench.storage.insight().folder(STAGING);
            body.accept(bench);
        });
    }

    private static BenchFiles staged(Bench bench) {
        String folder = bench.folder;
        bench.folder = STAGING;
        var files = bench.files();
        bench.folder = folder;
        return files;
    }

    private static void assertNothingStaged(Bench bench) {
        assertThat(bench.storage.insight().paths())
                .filteredOn(path -> path.startsWith(STAGING + "/"))
                .isEmpty();
    }

    private static void assertMoved(Bench bench, RipVerdict verdict) {
        assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
        assertThat(verdict.durable()).isTrue();
        assertThat(verdict.file()).isEqualTo(Bench.FOLDER + "/SIMULATED.iso");
        bench.files().assertComplete();
        assertNothingStaged(bench);
    }

    @Test
    void theImageEndsWhereItWasWanted() {
        with(bench -> {
            var verdict = bench.rip();
            assertMoved(bench, verdict);
            assertThat(verdict.text())
                    .startsWith("Complete: SIMULATED.iso, 8.39 MB in ")
                    .contains(" It was ripped to " + STAGING + " in ")
                    .contains(" and moved from there.");
            var record = bench.files().record();
            assertThat(record.folder()).isEqualTo(Bench.FOLDER);
            assertThat(record.drive().model()).isEqualTo("disc.iso");
            assertThat(record.verdict().orElseThrow().text()).isEqualTo(verdict.text());
            assertThat(verdict.hashes().get("sha256")).isEqualTo(BenchFiles.sha256(bench.image));
        });
    }

    /** The drive is free as soon as the local folder has it, however slow the destination is. */
    @Test
    void whoFollowsSeesOneRipThatMovesInTheEnd() {
        with(bench -> {
            bench.storage
                    .on(CallKind.SYNC_DATA)
                    .path(Bench.FOLDER + "/SIMULATED.iso.part")
                    .cost(Duration.ofSeconds(2));
            var rip = bench.start();
            bench.awaitPhase(rip, Phase.MOVING);
            assertThat(rip.snapshot().verdict()).isEmpty();
            assertThat(bench.discs.getLast().isClosed()).isTrue();
            assertThat(rip.takeEvents())
                    .filteredOn(RipEvent.Noticed.class::isInstance)
                    .extracting(event -> ((RipEvent.Noticed) event).text())
                    .containsExactly(
                            "The disc is not needed any more: the image lies in "
                                    + STAGING
                                    + " and is moved to "
                                    + Bench.FOLDER
                                    + " now.");
            assertMoved(bench, bench.end(rip));
            assertThat(rip.snapshot().phase()).isEqualTo(Phase.ENDED);
        });
    }

    /** What was never tried is not called bad where it arrives. */
    @Test
    void holesArriveAsWhatTheyAre() {
        with(bench -> {
            bench.script = "speed 100M\nbad 300 40";
            bench.passes = Set.of(Pass.SWEEP);
            var verdict = bench.rip();
            assertThat(verdict.outcome())
                    .as(verdict.text())
                    .isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
            assertThat(verdict.text()).startsWith("Finished with holes: ");
            assertThat(verdict.rescue().means()).containsKey("sweep");
            bench.files().assertMapHolds();
            bench.files().assertSha256();
            assertThat(bench.files().map().bytes(SectorStatus.NON_TRIMMED)).isPositive();
            assertThat(bench.files().map().bytes(SectorStatus.BAD)).isZero();
            assertThat(bench.files().record().state()).isEqualTo(RipState.FINISHED_WITH_HOLES);
            assertNothingStaged(bench);
        });
    }

    @Test
    void aRawDiscBringsItsSheet() {
        with(bench -> {
            bench.rawDisc(TestImage.iso(1, 2 * MIB, "SIMULATED"));
            var verdict = bench.rip();
            assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
            bench.files().assertComplete();
            assertNothingStaged(bench);
        });
    }

    /** The same command goes on, and the disc is not read a second time. */
    @Test
    void aStoppedMoveGoesOn() {
        with(bench -> {
            var rip = slowlyMoving(bench);
            rip.stop();
            bench.timeToEndAtMost(rip, Duration.ofSeconds(11));
            var stopped = rip.snapshot().verdict().orElseThrow();
            assertThat(stopped.outcome()).as(stopped.text()).isEqualTo(RipOutcome.STOPPED);
            assertThat(stopped.text())
                    .contains(
                            " The image stays in "
                                    + STAGING
                                    + "; to go on moving it, name "
                                    + STAGED
                                    + " in place of the drive.");
            staged(bench).assertComplete();
            bench.files().assertMapHolds();
            letCallsReturn(bench);
            assertMoved(bench, bench.rip());
            assertThat(bench.discs.getLast().readBytes()).isLessThan(bench.image.length / 2);
        });
    }

    /** Of a program that was killed nothing is left but files; the disc may be gone too. */
    @Test
    void aKilledMoveGoesOnWithoutTheDisc() {
        var _ =
                left(bench -> {
                    slowlyMoving(bench);
                    bench.kill();
                    bench.opener =
                            Optional.of(_ -> {
                                throw new IOException("there is no disc");
                            });
                    bench.drive = STAGING + "/SIMULATED.iso";
                    assertMoved(bench, bench.rip());
                });
    }

    private static Rip slowlyMoving(Bench bench) {
        bench.ringBytes = OptionalLong.of(MIB);
        bench.storage
                .on(CallKind.WRITE)
                .path(Bench.FOLDER + "/SIMULATED.iso.part")
                .cost(Duration.ofSeconds(1));
        var rip = bench.start();
        bench.awaitPhase(rip, Phase.MOVING);
        bench.sleep(Duration.ofMillis(1500));
        assertThat(rip.snapshot().phase()).isEqualTo(Phase.MOVING);
        return rip;
    }

    /** A call that was left alone holds the lock until it returns. */
    private static void letCallsReturn(Bench bench) {
        bench.sleep(Duration.ofSeconds(3));
    }

    /** Killed when everything had arrived and only the copy was still to be removed. */
    @Test
    void whatHasArrivedIsNotMovedTwice() {
        with(bench -> {
            assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
            var again = bench.rip();
            assertMoved(bench, again);
            assertThat(bench.storage.insight().exists(Bench.FOLDER + "/SIMULATED-2.iso")).isFalse();
        });
    }

    @Test
    void whatCameOutOfTheFolderMustBeWhatTheDiscGave() {
        with(bench -> {
            var rip = slowlyMoving(bench);
            rip.stop();
            bench.end(rip);
            letCallsReturn(bench);
            String image = STAGED;
            remove(bench, ARRIVED + ".part");
            remove(bench, Bench.FOLDER + "/SIMULATED.map");
            remove(bench, Bench.FOLDER + "/SIMULATED.rip.json");
            byte[] rotten = bench.storage.insight().content(image);
            rotten[rotten.length - 100_000] ^= 1;
            bench.storage.insight().file(image, rotten);
            bench.drive = image;
            var verdict = bench.rip();
            assertThat(verdict.outcome())
                    .as(verdict.text())
                    .isEqualTo(RipOutcome.DESTINATION_FAILED);
            assertThat(verdict.text()).contains("is not what the disc gave");
            assertThat(bench.storage.insight().exists(Bench.FOLDER + "/SIMULATED.iso")).isFalse();
            assertThat(bench.storage.insight().exists(Bench.FOLDER + "/SIMULATED.map")).isFalse();
            assertThat(bench.storage.insight().exists(image)).isTrue();
        });
    }

    private static void remove(Bench bench, String path) {
        try {
            if (bench.storage.lookUp(path).isPresent()) {
                bench.storage.remove(path);
            }
        } catch (OsException problem) {
            throw new AssertionError(problem);
        }
    }

    /** Of a disc whose end can't be read nothing is written there, and the hash is of all. */
    @Test
    void aHoleAtTheEndArrives() {
        with(bench -> {
            bench.script = "speed 100M\nbad 4090 6";
            var verdict = bench.rip();
            assertThat(verdict.outcome())
                    .as(verdict.text())
                    .isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
            bench.files().assertSha256();
            bench.files().assertMapHolds();
            assertNothingStaged(bench);
        });
    }

    /** What lies there is compared byte by byte before the other copy goes. */
    @Test
    void anOldImageThatRottedDoesNotTakeTheStagedOnesPlace() {
        with(bench -> {
            assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
            byte[] rotten = bench.storage.insight().content(ARRIVED);
            rotten[rotten.length - 100_000] ^= 1;
            bench.storage.insight().file(ARRIVED, rotten);
            var verdict = bench.rip();
            assertThat(verdict.outcome())
                    .as(verdict.text())
                    .isEqualTo(RipOutcome.DESTINATION_FAILED);
            assertThat(verdict.text())
                    .startsWith(ARRIVED + " holds other data than what was to be moved; remove it");
            staged(bench).assertComplete();
            assertThat(bench.storage.insight().exists(ARRIVED)).isTrue();
        });
    }

    /** Of a part that another run has written nobody knows on which side the fault lies. */
    @Test
    void aPartThatDiffersIsNotRemoved() {
        with(bench -> {
            bench.staging = Optional.empty();
            bench.script = "speed 2M";
            var straight = bench.start();
            bench.sleep(Duration.ofSeconds(2));
            straight.stop();
            bench.end(straight);
            byte[] part = bench.storage.insight().content(ARRIVED + ".part");
            part[300_000] ^= 1;
            bench.storage.insight().file(ARRIVED + ".part", part);
            bench.staging = Optional.of(STAGING);
            var verdict = bench.rip();
            assertThat(verdict.outcome())
                    .as(verdict.text())
                    .isEqualTo(RipOutcome.DESTINATION_FAILED);
            assertThat(verdict.text()).startsWith(ARRIVED + ".part holds other data than ");
            assertThat(bench.storage.insight().exists(ARRIVED + ".part")).isTrue();
            staged(bench).assertComplete();
        });
    }

    /** Whatever is asked for now: what is known of the image is compared, and kept. */
    @Test
    void anImageIsComparedByWhatItIsKnownBy() {
        with(bench -> {
            var rip = slowlyMoving(bench);
            rip.stop();
            bench.end(rip);
            letCallsReturn(bench);
            bench.hashes = Set.of();
            assertMoved(bench, bench.rip());
        });
    }

    /** A file that has come into the name meanwhile is another one. */
    @Test
    void onlyTheImageThatWasMovedIsRemoved() {
        with(bench -> {
            var rip = slowlyMoving(bench);
            bench.moveAway(STAGED);
            bench.storage.insight().file(STAGED, new byte[] {1, 2, 3});
            var verdict = bench.end(rip);
            assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
            assertThat(verdict.text())
                    .endsWith("The image in " + STAGING + " could not be removed.");
            assertThat(bench.storage.insight().content(STAGED)).containsExactly(1, 2, 3);
        });
    }

    /** Two at once: the second one neither changes nor takes what the first one moves. */
    @Test
    void anImageThatIsMovedIsNobodyElses() {
        with(bench -> {
            var rip = slowlyMoving(bench);
            bench.drive = STAGED;
            var other = bench.rip();
            assertThat(other.outcome()).as(other.text()).isEqualTo(RipOutcome.REFUSED_INPUT);
            assertThat(other.text())
                    .isEqualTo(STAGED + " is held by another rip; try again when that has ended.");
            assertMoved(bench, bench.end(rip));
        });
    }

    /** A pause lasts from one half to the next. */
    @Test
    void aPauseIsNotForgottenInBetween() {
        with(bench -> {
            bench.storage.on(CallKind.SYNC_DATA).path(STAGED + ".part").cost(Duration.ofSeconds(3));
            var rip = bench.start();
            bench.awaitPhase(rip, Phase.FLUSHING);
            rip.pause();
            bench.sleep(Duration.ofSeconds(60));
            assertThat(rip.snapshot().verdict()).isEmpty();
            assertThat(rip.snapshot().phase()).isEqualTo(Phase.MOVING);
            assertThat(rip.snapshot().isPaused()).isTrue();
            rip.resume();
            assertMoved(bench, bench.end(rip));
        });
    }

    /** The only copy that somebody vouches for is not thrown away. */
    @Test
    void whereNothingIsPromisedTheCopyIsKept() {
        with(bench -> {
            bench.storage.volume().type(SMB2);
            var verdict = bench.rip();
            assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
            assertThat(verdict.durable()).isFalse();
            assertThat(verdict.text()).contains(" was kept, since the destination can't promise");
            staged(bench).assertImage(bench.image);
        });
    }

    @Test
    void aFolderThatCannotBeUsedIsToldBeforeTheRip() {
        with(bench -> {
            bench.folder = "/nowhere/at/all";
            var verdict = bench.rip();
            assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
            assertThat(verdict.text()).contains("/nowhere");
            assertNothingStaged(bench);
        });
    }

    /** What nobody answers for now may be there once the disc is read. */
    @ParameterizedTest
    @EnumSource(
            value = CallKind.class,
            names = {"LOOK_UP", "FILE_SYSTEM"})
    void aDestinationThatDoesNotAnswerYetHoldsNobodyUp(CallKind kind) {
        assertThat(
                        left(bench -> {
                            bench.storage.on(kind).path(Bench.FOLDER).nth(1).hangForEver();
                            var rip = bench.start();
                            assertMoved(bench, bench.end(rip));
                            assertThat(rip.takeEvents())
                                    .filteredOn(RipEvent.Noticed.class::isInstance)
                                    .extracting(event -> ((RipEvent.Noticed) event).text())
                                    .contains(
                                            Bench.FOLDER
                                                    + " does not answer now; the disc is ripped"
                                                    + " first, and the image is moved there"
                                                    + " afterwards.");
                        }))
                .containsExactly("lookout");
    }

    /** The rip to the local folder is not held up by who looks for the other one. */
    @Test
    void aStopEndsTheLookAtADestinationThatHangs() {
        assertThat(
                        left(bench -> {
                            bench.storage
                                    .on(CallKind.LOOK_UP)
                                    .path(Bench.FOLDER)
                                    .nth(1)
                                    .hangForEver();
                            var rip = bench.start();
                            bench.sleep(Duration.ofSeconds(3));
                            rip.stop();
                            bench.timeToEndAtMost(rip, Duration.ofSeconds(1));
                            assertThat(rip.snapshot().verdict().orElseThrow().outcome())
                                    .isEqualTo(RipOutcome.STOPPED);
                            assertNothingStaged(bench);
                        }))
                .containsExactly("lookout");
    }

    /** Slow reads of the local copy are no drive's fault. */
    @Test
    void aSlowStagingFolderIsStorage() {
        with(bench -> {
            bench.storage
                    .on(CallKind.READ)
                    .path(STAGING + "/SIMULATED.iso")
                    .nth(20)
                    .hang(Duration.ofSeconds(2));
            var verdict = bench.rip();
            assertMoved(bench, verdict);
            assertThat(verdict.stalledSeconds().getOrDefault(Side.STORAGE, 0.0)).isPositive();
            assertThat(verdict.stalledSeconds().getOrDefault(Side.DRIVE, 0.0)).isZero();
        });
    }

    /** What the drive cost is not told as the destination's, and none of it is forgotten. */
    @Test
    void eachHalfTellsItsOwnWaiting() {
        with(bench -> {
            bench.script = "speed 100M\nhang 2500 for 4s";
            bench.storage
                    .on(CallKind.SYNC_DATA)
                    .path(Bench.FOLDER + "/SIMULATED.iso.part")
                    .nth(1)
                    .hang(Duration.ofSeconds(3));
            var verdict = bench.rip();
            assertMoved(bench, verdict);
            assertThat(verdict.text())
                    .containsPattern("100 % of the 3\\.\\d s of waiting was the destination; the")
                    .containsPattern(
                            "moved from there\\. While it was ripped, \\d+ % of the [34]\\.\\d s of"
                                    + " waiting was the drive or the disc\\.$");
            assertThat(verdict.stalledSeconds().get(Side.DRIVE)).isBetween(3.9, 4.1);
            assertThat(verdict.stalledSeconds().get(Side.STORAGE)).isBetween(2.9, 3.3);
            assertThat(bench.files().record().stalls())
                    .extracting(Stall::side)
                    .startsWith(Side.DRIVE)
                    .endsWith(Side.STORAGE);
            assertThat(bench.files().record().stalls().getLast().startSeconds())
                    .as("in the time of both")
                    .isGreaterThan(4);
        });
    }

    /** Good enough is for discs: what is to be moved is moved whole. */
    @Test
    void goodEnoughCutsNoMove() {
        with(bench -> {
            var rip = slowlyMoving(bench);
            rip.goodEnough();
            assertMoved(bench, bench.end(rip));
        });
    }

    /** No pause holds the end up any longer: nor the move, which begins after it. */
    @Test
    void goodEnoughEndsAPauseForBothHalves() {
        with(bench -> {
            bench.script = "speed 1M";
            var rip = bench.start();
            bench.awaitPhase(rip, Phase.SWEEPING);
            bench.sleep(Duration.ofSeconds(1));
            rip.pause();
            bench.sleep(Duration.ofSeconds(1));
            rip.goodEnough();
            var verdict = bench.end(rip);
            assertThat(verdict.outcome()).isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
            assertThat(verdict.file()).isEqualTo(ARRIVED);
        });
    }

    /** Where it does nothing it ends no pause either. */
    @Test
    void goodEnoughBehindTheLastReadEndsNoPause() {
        with(bench -> {
            bench.storage.on(CallKind.SYNC_DATA).path(STAGED + ".part").cost(Duration.ofSeconds(3));
            var rip = bench.start();
            bench.awaitPhase(rip, Phase.FLUSHING);
            rip.pause();
            rip.goodEnough();
            bench.sleep(Duration.ofSeconds(60));
            assertThat(rip.snapshot().phase()).isEqualTo(Phase.MOVING);
            assertThat(rip.snapshot().isPaused()).isTrue();
            rip.resume();
            assertMoved(bench, bench.end(rip));
        });
    }

    @Test
    void onlyAnEndedRipIsMoved() {
        with(bench -> {
            bench.storage.insight().file(STAGING + "/SIMULATED.iso", bench.image);
            bench.drive = STAGING + "/SIMULATED.iso";
            var verdict = bench.rip();
            assertThat(verdict.outcome()).isEqualTo(RipOutcome.REFUSED_INPUT);
            assertThat(verdict.text())
                    .isEqualTo(
                            STAGING
                                    + "/SIMULATED.iso can't be moved on: its record is missing; rip"
                                    + " the disc again, or leave out --staging.");
        });
    }

    /** Whatever is cut off when: the next start with the disc brings the image to its place. */
    @Test
    void nothingIsLostWhereverItIsCut() {
        for (long seed = 1; seed <= 60; seed++) {
            long chosen = seed;
            var _ =
                    Bench.with(
                            seed,
                            bench -> {
                                bench.image = TestImage.iso(chosen, 4 * MIB, "SIMULATED");
                                bench.staging = Optional.of(STAGING);
                                bench.storage.insight().folder(STAGING);
                                bench.storage.device().rate(4L * MIB);
                                bench.start();
                                bench.sleep(Duration.ofMillis(50 * chosen));
                                if (chosen % 2 == 0) {
                                    bench.kill();
                                } else {
                                    bench.cutPower(chosen);
                                }
                                bench.resume = ResumeMode.ADAPT;
                                var verdict = bench.rip();
                                assertThat(verdict.outcome())
                                        .as("seed %d: %s", chosen, verdict.text())
                                        .isEqualTo(RipOutcome.COMPLETE);
                                byte[] there = bench.storage.insight().content(verdict.file());
                                assertThat(Arrays.equals(there, bench.image))
                                        .as("seed %d", chosen)
                                        .isTrue();
                            });
        }
    }
}
