package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.script.CallKind;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.writeback.PolicyChoice;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.stream.Stream;

/** A stop in each phase, on storage that is well. */
@Tag("unit")
final class StopTest {
    private static final int MIB = TestImage.MIB;

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"PREPARING", "SWEEPING", "RETRYING", "FLUSHING", "FINISHING", "READING_BACK"})
    void endsInEachPhase(Phase phase) {
        for (long seed = 1; seed <= 20; seed++) {
            var left =
                    Bench.with(
                            seed,
                            bench -> {
                                setUp(bench, phase);
                                var rip = bench.start();
                                bench.awaitPhase(rip, phase);
                                rip.stop();
                                bench.timeToEndAtMost(rip, Duration.ofSeconds(11));
                                var verdict = rip.snapshot().verdict().orElseThrow();
                                assertThat(verdict.outcome())
                                        .as(verdict.text())
                                        .isIn(RipOutcome.STOPPED, RipOutcome.FINISHED_WITH_HOLES);
                                bench.files().assertMapHolds();
                                bench.script = "speed 100M";
                                // A call that was left alone holds the lock until it returns.
                                bench.sleep(Duration.ofSeconds(3));
                                var then = bench.rip(ResumeMode.RESUME);
                                assertThat(then.outcome())
                                        .as(verdict.text() + " Then: " + then.text())
                                        .isEqualTo(RipOutcome.COMPLETE);
                                bench.files().assertComplete();
                            });
            assertThat(left).isEmpty();
        }
    }

    private static void setUp(Bench bench, Phase phase) {
        bench.image = TestImage.iso(4, 2 * MIB, "SIMULATED");
        bench.script = "speed 10M\nbad 300 20";
        bench.storage.device().rate(MIB);
        bench.storage.device().readRate(MIB);
        bench.storage.cost(CallKind.SYNC, Duration.ofMillis(20));
        bench.storage.cost(CallKind.RENAME_KEEPING, Duration.ofMillis(20));
        if (phase == Phase.PREPARING) {
            bench.script += "\ndelay 16 1 300ms";
        }
    }

    @Test
    void nothingThatWasReadIsLost() {
        for (long seed = 1; seed <= 50; seed++) {
            var _ =
                    Bench.with(
                            seed,
                            bench -> {
                                bench.image = TestImage.iso(4, 4 * MIB, "SIMULATED");
                                bench.script = "speed 4M";
                                bench.storage.device().rate(2L * MIB);
                                bench.policy =
                                        new PolicyChoice(
                                                PolicyChoice.Policy.CLASSIC,
                                                PolicyChoice.Controller.FIXED,
                                                MIB);
                                var rip = bench.start();
                                bench.sleep(Duration.ofMillis(700));
                                rip.stop();
                                assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.STOPPED);
                                long read = rip.snapshot().sample().readBytes();
                                assertThat(read).isPositive();
                                assertThat(bench.files().map().bytes(SectorStatus.FINISHED))
                                        .isEqualTo(read);
                                bench.files().assertMapHolds();
                            });
        }
    }

    /** Whatever the policy: the same phases, and what was read is there when it goes on. */
    @ParameterizedTest
    @MethodSource
    void endsInEachPhaseOfEachPolicy(PolicyChoice policy, Phase phase) {
        for (long seed = 1; seed <= 3; seed++) {
            var left =
                    Bench.with(
                            seed,
                            bench -> {
                                setUp(bench, phase);
                                bench.policy = policy;
                                var rip = bench.start();
                                bench.awaitPhase(rip, phase);
                                rip.stop();
                                bench.timeToEndAtMost(rip, Duration.ofSeconds(11));
                                bench.files().assertMapHolds();
                                bench.script = "speed 100M";
                                bench.sleep(Duration.ofSeconds(3));
                                var then = bench.rip(ResumeMode.RESUME);
                                assertThat(then.outcome())
                                        .as(then.text())
                                        .isEqualTo(RipOutcome.COMPLETE);
                                bench.files().assertComplete();
                            });
            assertThat(left).isEmpty();
        }
    }

    static Stream<Arguments> endsInEachPhaseOfEachPolicy() {
        return Stream.concat(Stream.of(TestPolicies.classic()), TestPolicies.steady())
                .flatMap(policy ->
                        Stream.of(
                                        Phase.SWEEPING,
                                        Phase.RETRYING,
                                        Phase.FLUSHING,
                                        Phase.FINISHING,
                                        Phase.READING_BACK)
                                .map(phase -> Arguments.of(policy, phase)));
    }

    /** All that was read is saved and claimed, where the storage is well. */
    @ParameterizedTest
    @MethodSource("dev.spindle.rip.TestPolicies#all")
    void whatLiesUnconfirmedIsSaved(PolicyChoice policy) {
        for (long seed = 1; seed <= 5; seed++) {
            var _ =
                    Bench.with(
                            seed,
                            bench -> {
                                bench.image = TestImage.iso(4, 4 * MIB, "SIMULATED");
                                bench.script = "speed 4M";
                                bench.storage.device().rate(2L * MIB);
                                bench.policy = policy;
                                var rip = bench.start();
                                bench.sleep(Duration.ofMillis(700));
                                rip.stop();
                                assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.STOPPED);
                                long read = rip.snapshot().sample().readBytes();
                                assertThat(read).isPositive();
                                assertThat(bench.files().map().bytes(SectorStatus.FINISHED))
                                        .isEqualTo(read);
                                bench.files().assertMapHolds();
                            });
        }
    }

    @Test
    void aSecondStopAbandonsTheSaving() {
        var _ =
                Bench.with(bench -> {
                    bench.image = TestImage.iso(4, 4 * MIB, "SIMULATED");
                    bench.script = "speed 4M";
                    bench.storage.device().rate(200_000);
                    var rip = bench.start();
                    bench.sleep(Duration.ofMillis(900));
                    rip.stop();
                    bench.sleep(Duration.ofSeconds(1));
                    assertThat(rip.snapshot().phase()).isEqualTo(Phase.SAVING);
                    assertThat(rip.snapshot().notice()).startsWith("Saving the last");
                    rip.stop();
                    bench.timeToEndAtMost(rip, Duration.ofMillis(500));
                    bench.files().assertMapHolds();
                });
    }

    @Test
    void savingTakesTenSecondsAtMost() {
        var _ =
                Bench.with(bench -> {
                    bench.image = TestImage.iso(4, 4 * MIB, "SIMULATED");
                    bench.script = "speed 4M";
                    bench.storage.device().rate(100_000);
                    var rip = bench.start();
                    bench.sleep(Duration.ofMillis(900));
                    rip.stop();
                    assertThat(bench.timeToEnd(rip))
                            .isBetween(Duration.ofSeconds(9), Duration.ofMillis(10_900));
                });
    }

    @Test
    void aStopBeforeTheFirstByteLeavesNothingOpen() {
        for (long seed = 1; seed <= 50; seed++) {
            var left =
                    Bench.with(
                            seed,
                            bench -> {
                                bench.folder = "/out/new";
                                var rip = bench.start();
                                rip.stop();
                                assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.STOPPED);
                                bench.sleep(Duration.ofSeconds(5));
                                assertThat(bench.storage.insight().openFiles()).isEmpty();
                                assertThat(bench.discs).allMatch(MemorySource::isClosed);
                            });
            assertThat(left).isEmpty();
        }
    }
}
