package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.writeback.PolicyChoice;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.OptionalLong;

/** The user is content with what was read, at any time. */
@Tag("unit")
final class GoodEnoughTest {
    private static final int MIB = TestImage.MIB;
    private static final int SECTOR = TestImage.SECTOR;

    /** A read under way, what the writer has, and the end of a rip. */
    private static final Duration SOON = Duration.ofSeconds(2);

    /** Retries would take a minute. */
    private static final String DAMAGED = "speed 8M\nbad 1000 40 cost 500ms";

    private static void damaged(Bench bench) {
        bench.image = TestImage.iso(4, 4 * MIB, "SIMULATED");
        bench.script = DAMAGED;
    }

    private static Rip retrying(Bench bench) {
        var rip = bench.start();
        bench.awaitPhase(rip, Phase.RETRYING);
        // Each sector by itself takes 20 s; then it is retries only.
        bench.sleep(Duration.ofSeconds(25));
        assertThat(rip.snapshot().phase()).isEqualTo(Phase.RETRYING);
        return rip;
    }

    private static void assertEndsWithHoles(Bench bench, Rip rip) {
        bench.timeToEndAtMost(rip, SOON);
        var verdict = rip.snapshot().verdict().orElseThrow();
        assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
        assertThat(verdict.durable()).isTrue();
        assertThat(verdict.file()).isEqualTo(bench.files().paths().image());
        assertThat(verdict.text()).startsWith("Finished with holes, as that was good enough: ");
        assertThat(verdict.badSectors())
                .isEqualTo((4L * MIB - bench.files().map().bytes(SectorStatus.FINISHED)) / SECTOR);
        bench.files().assertMapHolds();
        bench.files().assertSha256();
    }

    @ParameterizedTest
    @MethodSource("dev.spindle.rip.TestPolicies#all")
    void endsTheRetriesWithWhatWasRead(PolicyChoice policy) {
        for (long seed = 1; seed <= 5; seed++) {
            var left =
                    Bench.with(
                            seed,
                            bench -> {
                                damaged(bench);
                                bench.policy = policy;
                                var rip = retrying(bench);
                                assertThat(rip.snapshot().outlook()).isPresent();
                                rip.goodEnough();
                                assertEndsWithHoles(bench, rip);
                                assertThat(rip.snapshot().outlook()).isEmpty();
                                assertThat(bench.files().map().bytes(SectorStatus.FINISHED))
                                        .isEqualTo(4L * MIB - 40 * SECTOR);
                            });
            assertThat(left).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void whatWasNotTriedStaysSoAndAResumeGoesOnWithIt() {
        for (long seed = 1; seed <= 20; seed++) {
            var left =
                    Bench.with(
                            seed,
                            bench -> {
                                damaged(bench);
                                bench.script = "speed 4M\nbad 300 20 cost 100ms";
                                var rip = bench.start();
                                bench.awaitPhase(rip, Phase.SWEEPING);
                                bench.sleep(Duration.ofMillis(700));
                                assertThat(rip.snapshot().outlook()).isEmpty();
                                rip.goodEnough();
                                assertEndsWithHoles(bench, rip);
                                var map = bench.files().map();
                                assertThat(map.bytes(SectorStatus.NON_TRIED)).isPositive();
                                assertThat(map.bytes(SectorStatus.BAD)).isZero();
                                bench.script = "speed 4M";
                                assertThat(bench.rip(ResumeMode.RESUME).outcome())
                                        .isEqualTo(RipOutcome.COMPLETE);
                                bench.files().assertComplete();
                            });
            assertThat(left).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void aReadUnderWayEndsByItself() {
        var _ =
                Bench.with(bench -> {
                    damaged(bench);
                    bench.script = "speed 8M\nbad 1000 3 cost 20s";
                    var rip = bench.start();
                    bench.awaitPhase(rip, Phase.RETRYING);
                    bench.sleep(Duration.ofSeconds(5));
                    rip.goodEnough();
                    assertThat(bench.timeToEnd(rip))
                            .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(21));
                });
    }

    /** The stop comes too late to change the end, or in time to be one: never a third thing. */
    @Test
    void aStopRightBehindItIsObeyed() {
        for (long seed = 1; seed <= 50; seed++) {
            var left =
                    Bench.with(
                            seed,
                            bench -> {
                                damaged(bench);
                                var rip = retrying(bench);
                                rip.goodEnough();
                                rip.stop();
                                bench.timeToEndAtMost(rip, SOON);
                                assertThat(rip.snapshot().verdict().orElseThrow().outcome())
                                        .isIn(RipOutcome.STOPPED, RipOutcome.FINISHED_WITH_HOLES);
                                assertThat(bench.rip(ResumeMode.RESUME).outcome())
                                        .isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
                                bench.files().assertMapHolds();
                            });
            assertThat(left).as("seed %d", seed).isEmpty();
        }
    }

    /** The reader waits for room in memory: what it was about to read is not read any more. */
    @Test
    void aSlowStorageGetsAllThatWasRead() {
        var _ =
                Bench.with(bench -> {
                    bench.image = TestImage.iso(4, 12 * MIB, "SIMULATED");
                    bench.script = "speed 100M";
                    bench.ringBytes = OptionalLong.of(MIB);
                    bench.storage.device().rate(MIB / 4);
                    bench.policy = TestPolicies.classic();
                    var rip = bench.start();
                    bench.awaitPhase(rip, Phase.SWEEPING);
                    bench.sleep(Duration.ofSeconds(1));
                    long read = rip.snapshot().sample().readBytes();
                    assertThat(read).isBetween((long) MIB, 10L * MIB);
                    rip.goodEnough();
                    var verdict = bench.end(rip);
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
                    assertThat(verdict.durable()).isTrue();
                    assertThat(bench.files().map().bytes(SectorStatus.FINISHED)).isEqualTo(read);
                    bench.files().assertMapHolds();
                });
    }

    /** It was read, so it is owed, whatever else is not wanted any more. */
    @ParameterizedTest
    @MethodSource("dev.spindle.rip.TestPolicies#all")
    void whatTheStorageLosesIsReadAgain(PolicyChoice policy) {
        var _ =
                Bench.with(bench -> {
                    bench.image = TestImage.iso(4, 4 * MIB, "SIMULATED");
                    bench.script = "speed 2M";
                    bench.policy = policy;
                    var rip = bench.start();
                    bench.awaitPhase(rip, Phase.SWEEPING);
                    bench.sleep(Duration.ofSeconds(1));
                    long read = rip.snapshot().finishedBytes();
                    assertThat(read).isBetween((long) MIB, 3L * MIB);
                    bench.storage
                            .on(CallKind.SYNC_DATA)
                            .pathEndsWith(".part")
                            .first(1)
                            .fail(Errno.EIO);
                    rip.goodEnough();
                    var verdict = bench.end(rip);
                    assertThat(verdict.outcome())
                            .as(verdict.text())
                            .isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
                    assertThat(verdict.text()).contains("The storage lost writes on the way");
                    assertThat(bench.files().map().bytes(SectorStatus.FINISHED))
                            .isBetween(read, read + MIB / 2);
                    bench.files().assertMapHolds();
                });
    }

    @Test
    void endsAPauseAndNoneBeginsAfterIt() {
        var _ =
                Bench.with(bench -> {
                    damaged(bench);
                    var rip = retrying(bench);
                    rip.pause();
                    bench.sleep(Duration.ofSeconds(5));
                    assertThat(rip.snapshot().isPaused()).isTrue();
                    rip.goodEnough();
                    rip.pause();
                    assertEndsWithHoles(bench, rip);
                });
    }

    /** The drive does not come back, and need not. */
    @Test
    void nobodyWaitsForADiscThatIsGone() {
        var _ =
                Bench.with(bench -> {
                    damaged(bench);
                    bench.script = DAMAGED + "\nunplug at 30s";
                    bench.patience = Duration.ofMinutes(5);
                    var rip = bench.start();
                    bench.sleep(Duration.ofSeconds(60));
                    assertThat(rip.snapshot().notice()).startsWith("The disc is gone; waiting");
                    rip.goodEnough();
                    bench.timeToEndAtMost(rip, Duration.ofSeconds(5));
                    assertThat(rip.snapshot().verdict().orElseThrow().outcome())
                            .isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
                });
    }

    /** Its last command failed; but the pattern is put down without it. */
    @ParameterizedTest
    @EnumSource(Fill.class)
    void aDriveThatFailsOverItFailsNobody(Fill fill) {
        var _ =
                Bench.with(bench -> {
                    damaged(bench);
                    bench.fill = fill;
                    bench.script = DAMAGED + "\nhang at 30s for 20s\nunplug at 45s";
                    var rip = bench.start();
                    bench.sleep(Duration.ofSeconds(40));
                    rip.goodEnough();
                    bench.timeToEndAtMost(rip, Duration.ofSeconds(15));
                    var verdict = rip.snapshot().verdict().orElseThrow();
                    assertThat(verdict.outcome())
                            .as(verdict.text())
                            .isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
                    assertThat(verdict.text())
                            .contains(fill == Fill.ZEROS ? "are zeros" : "SPINDLE UNREAD SECTOR");
                });
    }

    /** All was tried to the end: it would be false that it was enough. */
    @Test
    void askedTooLateItIsNothing() {
        var _ =
                Bench.with(bench -> {
                    damaged(bench);
                    bench.retries = 0;
                    bench.storage.device().rate(MIB / 8);
                    var rip = bench.start();
                    bench.awaitPhase(rip, Phase.FLUSHING);
                    bench.sleep(Duration.ofMillis(500));
                    rip.goodEnough();
                    assertThat(bench.end(rip).text())
                            .startsWith("Finished with holes: 40 of 2048 sectors could not");
                });
    }

    @Test
    void aDiscThatIsAllThereIsComplete() {
        var _ =
                Bench.with(bench -> {
                    var rip = bench.start();
                    bench.awaitPhase(rip, Phase.FLUSHING);
                    rip.goodEnough();
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    /** Before the first byte nothing can be enough. */
    @Test
    void askedTooEarlyItIsNothing() {
        var _ =
                Bench.with(bench -> {
                    var rip = bench.start();
                    rip.goodEnough();
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
                    rip.goodEnough();
                    rip.keepTrying();
                });
    }
}
