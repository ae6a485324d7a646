package dev.spindle.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The budget that all who write to a device share. */
@Tag("unit")
final class DeviceBudgetsTest {
    private final BatonConcurrency baton = new BatonConcurrency(1, Duration.ofHours(1));
    private final DeviceBudgets budgets = new DeviceBudgets(baton);
    private final AtomicLong ofA = new AtomicLong();
    private final AtomicLong ofB = new AtomicLong();
    private final DeviceBudgets.Share a = budgets.open("8:1", 100, ofA::get);

    @Test
    void filesOfOneDeviceShareItAndThoseOfAnotherDoNot() {
        var b = budgets.open("8:1", 100, ofB::get);
        var elsewhere = budgets.open("8:2", 100, () -> 0);
        ofA.set(70);
        assertThat(b.tryBegin(40)).isFalse();
        assertThat(b.tryBegin(30)).isTrue();
        assertThat(a.tryBegin(1)).as("the other's write under way counts").isFalse();
        assertThat(elsewhere.tryBegin(100)).isTrue();
        b.ended();
        b.close();
        assertThat(a.tryBegin(30)).isTrue();
        assertThat(a.limitBytes()).isEqualTo(100);
    }

    @Test
    void aWindowBoundsOneFileWithinTheBudget() {
        a.window(50);
        ofA.set(40);
        assertThat(a.tryBegin(11)).isFalse();
        assertThat(a.tryBegin(10)).isTrue();
    }

    @Test
    void aLoneWriteMayBeginHoweverLargeItIs() {
        assertThat(a.tryBegin(500)).isTrue();
    }

    @Test
    void whoWaitsIsWokenWhenSomethingSettlesOrStopped() {
        var _ =
                baton.run(() -> {
                    ofA.set(100);
                    var _ =
                            baton.start(
                                    "settler",
                                    () -> {
                                        var _ =
                                                baton.gate("pause")
                                                        .pause(
                                                                baton.in(Duration.ofSeconds(3)),
                                                                StopToken.never());
                                        ofA.set(0);
                                        a.settled();
                                    });
                    long startNanos = baton.nanoTime();
                    assertThat(a.awaitBegin(10, () -> false, StopToken.never()))
                            .isEqualTo(Gate.Outcome.MET);
                    assertThat(baton.nanoTime() - startNanos).isEqualTo(3_000_000_000L);
                    a.ended();
                    ofA.set(100);
                    assertThat(a.awaitBegin(10, () -> true, StopToken.never()))
                            .as("nobody will confirm any more")
                            .isEqualTo(Gate.Outcome.STOPPED);
                    var stop = new StopToken();
                    stop.stop();
                    assertThat(a.awaitBegin(10, () -> false, stop)).isEqualTo(Gate.Outcome.STOPPED);
                });
    }
}
