package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spindle.os.script.CallKind;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;
import dev.spindle.writeback.PolicyChoice;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;

/** A sync at the end is waited for by everything, one in the middle by nobody. */
@Tag("unit")
final class FinalSyncTest {
    private static final int MIB = TestImage.MIB;

    private static void setUp(Bench bench) {
        bench.image = TestImage.iso(4, 4 * MIB, "SIMULATED");
        bench.script = "speed 4M";
    }

    private static boolean isFlushing(Rip rip) {
        return rip.snapshot().phase() == RipSnapshot.Phase.FLUSHING;
    }

    @ParameterizedTest
    @MethodSource("dev.spindle.rip.TestPolicies#all")
    void isBilledToTheDestination(PolicyChoice policy) {
        for (long seed = 1; seed <= 5; seed++) {
            var _ =
                    Bench.with(
                            seed,
                            bench -> {
                                setUp(bench);
                                bench.policy = policy;
                                var rip = bench.start();
                                bench.storage
                                        .on(CallKind.SYNC_DATA)
                                        .pathEndsWith(".part")
                                        .when(() -> isFlushing(rip))
                                        .nth(1)
                                        .hang(Duration.ofSeconds(10));
                                var billed = bench.end(rip).stalledSeconds();
                                assertThat(billed.get(Side.STORAGE)).isCloseTo(10, within(0.5));
                                assertThat(billed.get(Side.DRIVE)).isZero();
                            });
        }
    }

    /** From the moment on at which there is nothing else to wait for. */
    @Test
    void aSyncThatBeganBesideTheReadingCountsFromItsEndOn() {
        var _ =
                Bench.with(bench -> {
                    setUp(bench);
                    bench.image = TestImage.iso(4, 80 * MIB, "SIMULATED");
                    bench.script = "speed 4M";
                    // The first barrier is due after 15 s; reading ends after 20 s.
                    bench.storage
                            .on(CallKind.SYNC_DATA)
                            .pathEndsWith(".part")
                            .nth(1)
                            .hang(Duration.ofSeconds(9));
                    var rip = bench.start();
                    var verdict = bench.end(rip);
                    assertThat(rip.snapshot().stalls())
                            .filteredOn(stall -> stall.thread().equals("syncer"))
                            .extracting(Stall::side)
                            .containsOnly(Side.STORAGE);
                    assertThat(verdict.stalledSeconds().get(Side.STORAGE))
                            .isCloseTo(verdict.totalSeconds() - verdict.readSeconds(), within(0.3))
                            .isBetween(2.0, 7.0);
                });
    }

    /** The disc is waited for, and the destination has long taken all. */
    @Test
    void waitingForTheDiscIsNotBilledToTheDestination() {
        var _ =
                Bench.with(bench -> {
                    setUp(bench);
                    bench.script = "speed 4M\nunplug at 500ms for 40s";
                    bench.patience = Duration.ofMinutes(5);
                    var rip = bench.start();
                    var verdict = bench.end(rip);
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(verdict.totalSeconds()).isGreaterThan(30);
                    assertThat(verdict.stalledSeconds().get(Side.STORAGE))
                            .as("%s", rip.snapshot().stalls())
                            .isLessThan(0.2);
                });
    }
}
