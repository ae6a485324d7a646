package dev.spindle.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/** The gate of lock and condition, with real threads. */
@Tag("unit")
@Timeout(30)
final class RealGateTest {
    private final RealConcurrency concurrency = new RealConcurrency();
    private final Gate gate = concurrency.gate("test");
    private final StopToken stop = new StopToken();
    private final CountDownLatch waiting = new CountDownLatch(2);
    private boolean open;

    /** A condition that has been looked at twice: once before, and once under the wait. */
    private BooleanSupplier seen(BooleanSupplier condition) {
        return () -> {
            waiting.countDown();
            return condition.getAsBoolean();
        };
    }

    private RoleThread onceWaiting(Runnable step) {
        return concurrency.start(
                "other",
                () -> {
                    try {
                        waiting.await();
                    } catch (InterruptedException interruption) {
                        throw new AssertionError(interruption);
                    }
                    step.run();
                });
    }

    private void ended(RoleThread thread) {
        assertThat(thread.awaitDone(Deadline.never(), StopToken.never()))
                .isEqualTo(Gate.Outcome.MET);
        assertThat(thread.failure()).isEmpty();
        assertThat(thread.isDone()).isTrue();
    }

    @Test
    void isMetAtOnceWithoutAnyTimeLeft() {
        assertThat(gate.await(() -> true, Deadline.at(concurrency.nanoTime() - 5), stop))
                .isEqualTo(Gate.Outcome.MET);
    }

    @Test
    void isMetByAnotherThreadsUpdate() {
        var other = onceWaiting(() -> gate.update(() -> open = true));
        assertThat(gate.await(seen(() -> open), Deadline.never(), stop))
                .isEqualTo(Gate.Outcome.MET);
        ended(other);
        assertThat(gate.<Boolean>read(() -> open)).isTrue();
    }

    @Test
    void sleepsOnThroughUpdatesThatChangeNothing() {
        var other =
                onceWaiting(() -> {
                    gate.update(() -> {});
                    gate.update(() -> {});
                    gate.update(() -> open = true);
                });
        assertThat(gate.await(seen(() -> open), concurrency.in(Duration.ofSeconds(20)), stop))
                .isEqualTo(Gate.Outcome.MET);
        ended(other);
    }

    @Test
    void timesOutNoEarlierThanAsked() {
        var deadline = concurrency.in(Duration.ofMillis(3));
        assertThat(gate.pause(deadline, stop)).isEqualTo(Gate.Outcome.TIMED_OUT);
        assertThat(deadline.hasPassed(concurrency.nanoTime())).isTrue();
    }

    @Test
    void isWokenByAStop() {
        var other = onceWaiting(stop::stop);
        assertThat(gate.await(seen(() -> false), Deadline.never(), stop))
                .isEqualTo(Gate.Outcome.STOPPED);
        ended(other);
    }

    @Test
    void aStopBeforehandEndsTheWaitAtOnce() {
        stop.stop();
        assertThat(gate.pause(Deadline.never(), stop)).isEqualTo(Gate.Outcome.STOPPED);
    }

    @Test
    void aStopDoesNotWinOverACondition() {
        var other =
                onceWaiting(() ->
                        gate.update(() -> {
                            stop.stop();
                            open = true;
                        }));
        assertThat(gate.await(seen(() -> open), Deadline.never(), stop))
                .isEqualTo(Gate.Outcome.MET);
        ended(other);
        assertThat(gate.await(() -> true, Deadline.never(), stop)).isEqualTo(Gate.Outcome.MET);
    }

    @Test
    void anInterruptNeitherEndsTheWaitNorGetsLost() {
        var other = onceWaiting(() -> gate.update(() -> open = true));
        Thread.currentThread().interrupt();
        assertThat(gate.await(seen(() -> open), Deadline.never(), stop))
                .isEqualTo(Gate.Outcome.MET);
        assertThat(Thread.interrupted()).isTrue();
        ended(other);
    }

    @Test
    void aThreadsSurprisingEndIsKept() {
        var fault = new IllegalStateException("surprise");
        var thread =
                concurrency.start(
                        "role",
                        () -> {
                            throw fault;
                        });
        assertThat(thread.role()).isEqualTo("role");
        assertThat(thread.awaitDone(Deadline.never(), stop)).isEqualTo(Gate.Outcome.MET);
        assertThat(thread.failure()).contains(fault);
    }
}
