package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.range.ByteRange;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.rip.record.RipState;
import dev.spindle.rip.verify.VerifyReport;
import dev.spindle.writeback.Mechanism;
import dev.spindle.writeback.PolicyChoice;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The engine that ships with CDs of raw sectors: BIN and CUE, whatever happens meanwhile. */
@Tag("unit")
class RawRipTest {
    private static final int RAW = TestImage.RAW;

    private static void with(Consumer<Bench> body) {
        var _ =
                Bench.with(bench -> {
                    bench.rawDisc(TestImage.iso(1, 4 * TestImage.MIB, "SIMULATED"));
                    body.accept(bench);
                });
    }

    private static void assertOutcome(RipVerdict verdict, RipOutcome outcome) {
        assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(outcome);
    }

    private static List<PolicyChoice> policies() {
        var policies = new ArrayList<PolicyChoice>();
        policies.add(PolicyChoice.plain());
        policies.add(
                new PolicyChoice(
                        PolicyChoice.Policy.CLASSIC, PolicyChoice.Controller.FIXED, 1 << 20));
        for (Mechanism mechanism : Mechanism.values()) {
            policies.add(
                    new PolicyChoice(
                            PolicyChoice.Policy.STEADY,
                            PolicyChoice.Controller.AUTO,
                            OptionalLong.empty(),
                            Optional.of(mechanism),
                            OptionalLong.empty()));
        }
        return policies;
    }

    @ParameterizedTest
    @MethodSource("policies")
    void wholeSectorsAndACueSheetCome(PolicyChoice policy) {
        with(bench -> {
            bench.policy = policy;
            var verdict = bench.rip();
            assertOutcome(verdict, RipOutcome.COMPLETE);
            assertThat(verdict.file()).endsWith("/SIMULATED.bin");
            assertThat(verdict.text()).contains("SIMULATED.bin");
            bench.files().assertComplete();
            assertThat(bench.files().record().sectorBytes()).isEqualTo(RAW);
        });
    }

    @Test
    void holesAreWholeSectorsOfTheBin() {
        with(bench -> {
            bench.script = "speed 100M\nbad 446 1\nbad 900 3 sense 3/11/05";
            var verdict = bench.rip();
            assertOutcome(verdict, RipOutcome.FINISHED_WITH_HOLES);
            assertThat(verdict.badSectors()).isEqualTo(4);
            assertThat(verdict.text())
                    .contains("4 of " + bench.image.length / RAW + " sectors could not be read");
            assertThat(bench.files().map().with(SectorStatus.BAD).ranges())
                    .containsExactly(
                            ByteRange.at(446L * RAW, RAW), ByteRange.at(900L * RAW, 3 * RAW));
            byte[] expected = bench.image.clone();
            Arrays.fill(expected, 446 * RAW, 447 * RAW, (byte) 0);
            Arrays.fill(expected, 900 * RAW, 903 * RAW, (byte) 0);
            bench.files().assertImage(expected);
            bench.files().assertCue();
            bench.script = "speed 100M";
            assertOutcome(bench.rip(ResumeMode.RESUME), RipOutcome.COMPLETE);
            bench.files().assertComplete();
        });
    }

    @Test
    void aStoppedRipIsGoneOnWith() {
        with(bench -> {
            bench.script = "speed 1M";
            var rip = bench.start();
            bench.sleep(Duration.ofSeconds(2));
            rip.stop();
            assertOutcome(bench.end(rip), RipOutcome.STOPPED);
            var files = bench.files();
            assertThat(bench.storage.insight().exists(files.paths().part())).isTrue();
            assertThat(bench.storage.insight().exists(files.paths().cue())).isFalse();
            files.assertMapHolds();
            long kept = files.map().bytes(SectorStatus.FINISHED);
            assertThat(kept).isPositive();
            assertThat(kept % RAW).as("whole sectors are claimed").isZero();
            var again = bench.rip();
            assertOutcome(again, RipOutcome.COMPLETE);
            assertThat(again.readSeconds()).isLessThan(3.2);
            files.assertComplete();
        });
    }

    @Test
    void aKillAndAPowerCutLeaveWhatTheNextStartCompletes() {
        with(bench -> {
            bench.script = "speed 500K";
            var _ = bench.start();
            bench.sleep(Duration.ofSeconds(4));
            bench.cutPower(7);
            bench.files().assertMapHolds();
            var _ = bench.start();
            bench.sleep(Duration.ofSeconds(2));
            bench.kill();
            assertOutcome(bench.rip(), RipOutcome.COMPLETE);
            bench.files().assertComplete();
        });
    }

    @Test
    void aMissingCueSheetIsMadeAgain() {
        with(bench -> {
            assertOutcome(bench.rip(), RipOutcome.COMPLETE);
            bench.moveAway(bench.files().paths().cue());
            assertOutcome(bench.rip(ResumeMode.RESUME), RipOutcome.COMPLETE);
            bench.files().assertComplete();
        });
    }

    @Test
    void aDiscOfTheSameNameButOtherSectorsGetsItsOwnName() {
        var _ =
                Bench.with(bench -> {
                    assertOutcome(bench.rip(), RipOutcome.COMPLETE);
                    byte[] first = bench.image;
                    bench.rawDisc(TestImage.iso(3, TestImage.MIB, "SIMULATED"));
                    assertOutcome(bench.rip(), RipOutcome.COMPLETE);
                    bench.files("SIMULATED-2").assertComplete();
                    assertOutcome(bench.rip(ResumeMode.RESTART), RipOutcome.COMPLETE);
                    bench.files("SIMULATED-3").assertComplete();
                    var refused = bench.rip(ResumeMode.RESUME);
                    assertOutcome(refused, RipOutcome.DESTINATION_FAILED);
                    assertThat(refused.text()).contains("SIMULATED.iso is there already");
                    bench.image = first;
                    bench.sectorBytes = TestImage.SECTOR;
                    bench.files().assertComplete();
                });
    }

    @Test
    void theDiscIsKnownByTheDataInItsSectors() {
        with(bench -> {
            var disc = inspect(bench);
            assertThat(disc.disc().orElseThrow().label()).hasValue("SIMULATED");
            assertThat(disc.disc().orElseThrow().sectors()).isEqualTo(bench.image.length / RAW);
        });
    }

    @Test
    void aFinishedRipIsVerifiedByWhateverFileIsNamed() {
        with(bench -> {
            assertOutcome(bench.rip(), RipOutcome.COMPLETE);
            for (String ending : new String[] {".bin", ".cue", ".rip.json", ".sha256"}) {
                var report = verify(bench, "/SIMULATED" + ending);
                assertThat(report.image()).endsWith("/SIMULATED.bin");
                assertThat(report.outcome())
                        .as(report.text())
                        .isEqualTo(VerifyReport.Outcome.EQUAL);
            }
        });
    }

    @Test
    void aPartIsDeletedWithWhatBelongsToIt() {
        with(bench -> {
            bench.script = "speed 500K";
            var rip = bench.start();
            bench.sleep(Duration.ofSeconds(2));
            rip.stop();
            assertOutcome(bench.end(rip), RipOutcome.STOPPED);
            assertThat(bench.files().record().state()).isEqualTo(RipState.STOPPED);
            discard(bench, bench.files().paths().part());
            assertThat(bench.storage.insight().paths())
                    .noneMatch(path -> path.contains("SIMULATED"));
        });
    }

    private static DriveReport inspect(Bench bench) {
        try {
            return new RipEngine(bench.services()).inspect("disc.cue");
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
    }

    private static void discard(Bench bench, String part) {
        try {
            new RipEngine(bench.services()).discard(part);
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
    }

    private static VerifyReport verify(Bench bench, String name) {
        var verification = new RipEngine(bench.services()).verify(bench.folder + name);
        assertThat(verification.awaitEnd(bench.baton.in(Duration.ofMinutes(5)))).isTrue();
        try {
            return verification.report();
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
    }
}
