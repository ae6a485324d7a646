package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;
import dev.spindle.writeback.Mechanism;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

/** {@code --wait} and {@code --verify}: patience with the world, and a second look at the file. */
@Tag("unit")
final class WaitingTest {
    private static final int MIB = TestImage.MIB;

    private static void large(Bench bench) {
        bench.image = TestImage.iso(7, 40 * MIB, "SIMULATED");
        bench.script = "speed 8M";
        bench.patience = Duration.ofMinutes(5);
    }

    /** Takes the room away once the rip has begun: before, it would be refused. */
    private static void fillSoon(Bench bench) {
        bench.storage.volume().capacity(200L * MIB);
        bench.later(Duration.ofSeconds(1), () -> bench.storage.volume().capacity(20L * MIB));
    }

    /** Brings it back before anybody's patience ends. */
    private static void isFullForAWhile(Bench bench) {
        fillSoon(bench);
        bench.later(Duration.ofSeconds(100), () -> bench.storage.volume().capacity(200L * MIB));
    }

    @Test
    void goesOnWhenThereIsRoomAgain() {
        var _ =
                Bench.with(bench -> {
                    large(bench);
                    isFullForAWhile(bench);
                    var rip = bench.start();
                    bench.sleep(Duration.ofSeconds(60));
                    assertThat(rip.snapshot().notice())
                            .startsWith("The destination is full; waiting for room, ");
                    var verdict = bench.end(rip);
                    assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    /** The drive had nothing to do meanwhile: it is to blame for none of it. */
    @Test
    void theWaitForRoomIsTheDestinations() {
        var _ =
                Bench.with(bench -> {
                    large(bench);
                    isFullForAWhile(bench);
                    var rip = bench.start();
                    var stalled = bench.end(rip).stalledSeconds();
                    assertThat(stalled.get(Side.STORAGE)).isBetween(90.0, 110.0);
                    assertThat(stalled.get(Side.DRIVE)).isLessThan(0.1);
                    assertThat(rip.snapshot().stalls())
                            .extracting(Stall::cause)
                            .contains("the destination was full");
                });
    }

    /** The same of a drive that was unplugged. */
    @Test
    void theWaitForTheDiscIsTheDrives() {
        var _ =
                Bench.with(bench -> {
                    large(bench);
                    bench.script = "speed 8M\nunplug at 2s for 60s";
                    var stalled = bench.rip().stalledSeconds();
                    assertThat(stalled.get(Side.DRIVE)).isBetween(55.0, 65.0);
                    assertThat(stalled.get(Side.STORAGE)).isLessThan(1.0);
                });
    }

    /** Nobody can see how much of a quota is left: it is tried again. */
    @Test
    void aQuotaIsCalledOne() {
        var _ =
                Bench.with(bench -> {
                    large(bench);
                    var refused =
                            bench.storage
                                    .on(CallKind.WRITE)
                                    .path(Bench.FOLDER + "/SIMULATED.iso.part")
                                    .fromOffset(20L * MIB)
                                    .fail(Errno.EDQUOT);
                    bench.later(Duration.ofSeconds(60), refused::remove);
                    var rip = bench.start();
                    bench.sleep(Duration.ofSeconds(31));
                    assertThat(rip.snapshot().notice())
                            .startsWith("Your quota on the destination is used up; waiting for ");
                    var verdict = bench.end(rip);
                    assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                    assertThat(rip.snapshot().stalls())
                            .extracting(Stall::cause)
                            .contains("the quota on the destination was used up");
                });
    }

    /**
     * A drive that hangs in a command as the disk gets full is left alone after a moment, with what
     * it had read for the buffer under way. Once that was never written nor read again, and rounds
     * followed each other without end.
     */
    @ParameterizedTest
    @ValueSource(ints = {10_500, 11_000, 12_000, 13_000, 14_000})
    void aDriveThatHangsAsTheDiskGetsFullLosesNothing(int hangLba) {
        var _ =
                Bench.with(bench -> {
                    large(bench);
                    bench.script = "speed 8M\nhang " + hangLba + " for 40s";
                    bench.policy = TestPolicies.steady(Mechanism.DIRECT);
                    bench.storage.volume().directAlign(4096);
                    bench.storage.device().rate(4L * MIB);
                    isFullForAWhile(bench);
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    @Test
    void endsResumableWhenItStaysFull() {
        var _ =
                Bench.with(bench -> {
                    large(bench);
                    fillSoon(bench);
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    assertThat(verdict.totalSeconds()).isBetween(300.0, 320.0);
                    bench.files().assertMapHolds();
                });
    }

    @Test
    void doesNotWaitUnlessTold() {
        var _ =
                Bench.with(bench -> {
                    large(bench);
                    bench.patience = Duration.ZERO;
                    fillSoon(bench);
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    assertThat(verdict.totalSeconds()).isLessThan(60);
                });
    }

    @Test
    void aStopEndsTheWaiting() {
        var _ =
                Bench.with(bench -> {
                    large(bench);
                    fillSoon(bench);
                    var rip = bench.start();
                    bench.sleep(Duration.ofSeconds(60));
                    rip.stop();
                    assertThat(bench.timeToEnd(rip)).isLessThan(Duration.ofSeconds(1));
                    assertThat(rip.snapshot().verdict().orElseThrow().outcome())
                            .isEqualTo(RipOutcome.STOPPED);
                });
    }

    @Test
    void goesOnWhenTheSameDiscIsBack() {
        var _ =
                Bench.with(bench -> {
                    large(bench);
                    bench.script = "speed 8M\nunplug at 2s for 60s";
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    @Test
    void neverGoesOnWithAnotherDisc() {
        var _ =
                Bench.with(bench -> {
                    large(bench);
                    bench.script = "speed 8M\nchange at 2s other.iso";
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.DRIVE_FAILED);
                    assertThat(verdict.totalSeconds()).isGreaterThan(300);
                    bench.files().assertMapHolds();
                });
    }

    @Test
    void verifyingReadsTheFileBackOnce() {
        var _ =
                Bench.with(bench -> {
                    bench.verify = true;
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(bench.storage.trace(CallKind.READ)).isNotEmpty();
                    bench.files().assertComplete();
                });
    }
}
