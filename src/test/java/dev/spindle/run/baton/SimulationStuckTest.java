package dev.spindle.run.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency.SimulationStuck;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Simulations that can't go on, or don't end. */
@Tag("unit")
@Timeout(30)
final class SimulationStuckTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final BatonConcurrency baton = new BatonConcurrency(5, HOUR);
    private final Gate gate = baton.gate("door");
    private final List<String> events = new ArrayList<>();
    private boolean open;

    private Gate.Outcome pause(BatonConcurrency on, Duration duration) {
        return on.gate("pause").pause(on.in(duration), StopToken.never());
    }

    private Gate.Outcome awaitForEver() {
        return gate.await(() -> open, Deadline.never(), StopToken.never());
    }

    @Test
    void aDeadlockIsReportedWithWhoWaitsWhere() {
        assertThatThrownBy(() ->
                        baton.run(() -> {
                            var _ = baton.start("writer", this::awaitForEver);
                            awaitForEver();
                        }))
                .isInstanceOf(SimulationStuck.class)
                .hasMessageContainingAll("deadlock", "main waits at door", "writer waits at door");
    }

    /** The role in which it came to light used to be told, and could take it for its own fault. */
    @Test
    void aDeadlockIsToldToTheMainThreadEvenIfARoleCatchesEverything() {
        assertThatThrownBy(() ->
                        baton.run(() -> {
                            var _ =
                                    baton.start(
                                            "catcher",
                                            () -> {
                                                pause(baton, HOUR.dividedBy(2));
                                                try {
                                                    awaitForEver();
                                                } catch (RuntimeException caught) {
                                                    events.add("caught " + caught);
                                                }
                                            });
                            awaitForEver();
                        }))
                .isInstanceOf(SimulationStuck.class);
        assertThat(events).isEmpty();
    }

    @Test
    void aRunThatTakesTooLongIsCalledEndless() {
        assertThatThrownBy(() ->
                        baton.run(() -> {
                            while (!open) {
                                pause(baton, Duration.ofMinutes(1));
                            }
                        }))
                .isInstanceOf(SimulationStuck.class)
                .hasMessageStartingWith("endless");
    }

    /** The clock does not begin at zero, and that used to be taken off the limit. */
    @Test
    void theWholeLimitCanBeUsed() {
        var second = Duration.ofSeconds(1);
        var concurrency = new BatonConcurrency(1, second);
        concurrency.run(() -> pause(concurrency, second));
        assertThatThrownBy(() ->
                        concurrency
                                .gate("more")
                                .pause(concurrency.in(Duration.ofNanos(1)), StopToken.never()))
                .isInstanceOf(Error.class);
        var other = new BatonConcurrency(1, second);
        assertThatThrownBy(() -> other.run(() -> pause(other, second.plusNanos(1))))
                .isInstanceOf(SimulationStuck.class);
    }

    /** A deadline behind the end of numbers used to turn the clock back. */
    @Test
    void aDeadlineBeyondAllTimeIsEndlessToo() {
        assertThatThrownBy(() -> baton.run(() -> pause(baton, Duration.ofNanos(Long.MAX_VALUE))))
                .isInstanceOf(SimulationStuck.class)
                .hasMessageStartingWith("endless");
        assertThat(baton.nanoTime()).isPositive();
    }
}
