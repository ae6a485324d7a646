package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.script.CallKind;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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

    @Test
    void goesOnWhenThereIsRoomAgain() {
        var _ =
                Bench.with(bench -> {
                    large(bench);
                    fillSoon(bench);
                    bench.later(
                            Duration.ofSeconds(100),
                            () -> bench.storage.volume().capacity(200L * MIB));
                    var rip = bench.start();
                    bench.sleep(Duration.ofSeconds(60));
                    assertThat(rip.snapshot().notice())
                            .startsWith("The destination is full; waiting for room, ");
                    var verdict = bench.end(rip);
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
