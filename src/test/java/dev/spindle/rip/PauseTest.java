package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.spindle.rescue.DiscMap;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.run.Activity;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;
import dev.spindle.writeback.PolicyChoice;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;

/** The user lets the drive rest, in all orders that the seeds come upon. */
@Tag("unit")
final class PauseTest {
    private static final int MIB = TestImage.MIB;

    private static void setUp(Bench bench) {
        bench.image = TestImage.iso(4, 4 * MIB, "SIMULATED");
        bench.script = "speed 4M";
        bench.storage.device().rate(8L * MIB);
    }

    /** A pause of three seconds in the middle of a rip of one second. */
    private static Rip paused(Bench bench) {
        var rip = bench.start();
        bench.sleep(Duration.ofMillis(400));
        rip.pause();
        bench.sleep(Duration.ofSeconds(3));
        return rip;
    }

    @ParameterizedTest
    @MethodSource("dev.spindle.rip.TestPolicies#all")
    void theDriveRestsAndWhatWasReadBecomesDurable(PolicyChoice policy) {
        for (long seed = 1; seed <= 10; seed++) {
            var left =
                    Bench.with(
                            seed,
                            bench -> {
                                setUp(bench);
                                bench.policy = policy;
                                var rip = paused(bench);
                                var now = rip.snapshot();
                                assertThat(now.isPaused()).isTrue();
                                assertThat(now.phase()).isEqualTo(Phase.SWEEPING);
                                assertThat(now.secondsLeft()).isEmpty();
                                assertThat(now.sample().reader()).isEqualTo(Activity.PAUSED);
                                assertThat(now.sample().writtenBytes())
                                        .isEqualTo(now.sample().readBytes())
                                        .isPositive();
                                bench.sleep(Duration.ofSeconds(5));
                                assertThat(rip.snapshot().sample().readBytes())
                                        .isEqualTo(now.sample().readBytes());
                                rip.resume();
                                assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
                                assertThat(rip.snapshot().isPaused()).isFalse();
                                bench.files().assertComplete();
                            });
            assertThat(left).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void itsTimeIsBilledToTheUser() {
        for (long seed = 1; seed <= 20; seed++) {
            var _ =
                    Bench.with(
                            seed,
                            bench -> {
                                setUp(bench);
                                var rip = paused(bench);
                                rip.resume();
                                var billed = bench.end(rip).stalledSeconds();
                                assertThat(billed.get(Side.USER)).isCloseTo(3, within(0.2));
                                // The final sync: 4 MiB at 8 MiB/s.
                                assertThat(billed.get(Side.STORAGE)).isCloseTo(0.5, within(0.1));
                                assertThat(rip.snapshot().stalls())
                                        .filteredOn(stall -> stall.side() == Side.USER)
                                        .extracting(Stall::thread, Stall::cause)
                                        .containsExactly(tuple("reader", "paused"));
                            });
        }
    }

    @Test
    void aStopEndsItAndSavesWhatWasRead() {
        for (long seed = 1; seed <= 20; seed++) {
            var left =
                    Bench.with(
                            seed,
                            bench -> {
                                setUp(bench);
                                var rip = paused(bench);
                                rip.stop();
                                bench.timeToEndAtMost(rip, Duration.ofMillis(500));
                                var verdict = rip.snapshot().verdict().orElseThrow();
                                assertThat(verdict.outcome()).isEqualTo(RipOutcome.STOPPED);
                                assertThat(verdict.stalledSeconds().get(Side.USER))
                                        .isCloseTo(3, within(0.2));
                                assertThat(bench.files().map().bytes(SectorStatus.FINISHED))
                                        .isEqualTo(rip.snapshot().sample().readBytes())
                                        .isPositive();
                                bench.files().assertMapHolds();
                            });
            assertThat(left).as("seed %d", seed).isEmpty();
        }
    }

    /** Faster than the reader looks: nothing is lost and nothing waits for ever. */
    @Test
    void manyShortOnesDoNoHarm() {
        for (long seed = 1; seed <= 20; seed++) {
            var left =
                    Bench.with(
                            seed,
                            bench -> {
                                setUp(bench);
                                var rip = bench.start();
                                for (int i = 0; i < 40; i++) {
                                    rip.pause();
                                    rip.pause();
                                    bench.sleep(Duration.ofMillis(i % 7));
                                    rip.resume();
                                    bench.sleep(Duration.ofMillis(i % 5));
                                }
                                assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
                                bench.files().assertComplete();
                            });
            assertThat(left).as("seed %d", seed).isEmpty();
        }
    }

    /** Asked for before the first byte, it is kept; the disc is looked at all the same. */
    @Test
    void canBeAskedForFromTheStart() {
        var _ =
                Bench.with(bench -> {
                    setUp(bench);
                    var rip = bench.start();
                    rip.pause();
                    bench.sleep(Duration.ofSeconds(2));
                    assertThat(rip.snapshot().phase()).isEqualTo(Phase.SWEEPING);
                    assertThat(rip.snapshot().finishedBytes()).isZero();
                    rip.resume();
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
                });
    }

    @Test
    void thePictureOfTheDiscFollows() {
        var _ =
                Bench.with(bench -> {
                    setUp(bench);
                    bench.script = "speed 4M\nbad 1000 1\nbad 1200 1 times 2";
                    var rip = bench.start();
                    assertThat(rip.snapshot().map()).isEqualTo(DiscMap.none());
                    bench.end(rip);
                    var map = rip.snapshot().map();
                    assertThat(map.sizeBytes()).isEqualTo(4L * MIB);
                    assertThat(map.count(DiscMap.State.BAD)).isEqualTo(1);
                    assertThat(map.cells().get((int) (1000L * 2048 / map.cellBytes())).badBytes())
                            .isEqualTo(2048);
                    assertThat(map.sectors(DiscMap.State.BAD)).isEqualTo(1);
                    assertThat(map.sectors(DiscMap.State.RETRIED)).isEqualTo(1);
                    assertThat(map.count(DiscMap.State.RETRIED)).isEqualTo(1);
                    assertThat(
                                    map.sectors(DiscMap.State.TRIMMED)
                                            + map.sectors(DiscMap.State.SCRAPED))
                            .isPositive();
                    assertThat(map.sectorsByState().values().stream().mapToLong(n -> n).sum())
                            .isEqualTo(2048);
                });
    }
}
