package dev.spindle.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The worker on the virtual clock, under several interleavings. */
@Tag("unit")
final class RoleWorkerTest {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(10);

    private final List<String> events = new ArrayList<>();

    /** A worker in a simulation of its own. */
    private record World(Concurrency concurrency, RoleWorker worker) {
        void sleep(Duration duration) {
            var _ = concurrency.gate("sleep").pause(concurrency.in(duration), StopToken.never());
        }

        <T> CallResult<T> call(RoleWorker.Work<T> work) {
            return worker.call(work, concurrency.in(SHORT), StopToken.never());
        }

        /** Work that takes a while and notes which thread did it. */
        RoleWorker.Work<Integer> taking(Duration duration) {
            return lease -> {
                lease.enter(Activity.SYNCING);
                sleep(duration);
                return lease.generation();
            };
        }
    }

    private interface Scene {
        void play(World world);
    }

    private void simulate(Scene scene) {
        for (long seed = 0; seed < 40; seed++) {
            events.clear();
            var baton = new BatonConcurrency(seed, Duration.ofHours(1));
            var world = new World(baton, new RoleWorker(baton, "flusher"));
            assertThat(
                            baton.run(() -> {
                                scene.play(world);
                                world.worker.close();
                                world.sleep(LONG);
                                world.sleep(LONG);
                            }))
                    .as("threads left, seed " + seed)
                    .isEmpty();
        }
    }

    private static void assertReturned(Object value, CallResult<?> result) {
        assertThat(result).isInstanceOf(CallResult.Returned.class);
        assertThat(((CallResult.Returned<?>) result).value()).isEqualTo(value);
    }

    private static void assertTimedOut(CallResult<?> result) {
        assertThat(result).isInstanceOf(CallResult.TimedOut.class);
    }

    @Test
    void returnsWhatTheWorkReturnsAndHowLongItTook() {
        simulate(world -> {
            var millis = Duration.ofMillis(5);
            assertThat(world.call(world.taking(millis)))
                    .isEqualTo(new CallResult.Returned<>(1, millis.toNanos()));
            assertReturned(1, world.call(world.taking(millis)));
            assertThat(world.worker.isBusy()).isFalse();
            var snapshot = world.worker.ledger().snapshot();
            assertThat(snapshot.activity()).isEqualTo(Activity.IDLE);
            assertThat(snapshot.nanosIn(Activity.SYNCING)).isEqualTo(10_000_000);
        });
    }

    @Test
    void tellsOfAFailure() {
        simulate(world -> {
            var problem = new IOException("no space");
            assertThat(
                            world.call(_ -> {
                                throw problem;
                            }))
                    .isEqualTo(new CallResult.Failed<>(problem, 0));
            assertReturned("next", world.call(_ -> "next"));
        });
    }

    @Test
    void throwsTheFaultsOfTheWorkAtTheCaller() {
        simulate(world -> {
            var fault = new IllegalStateException("ours");
            assertThatThrownBy(() ->
                            world.call(_ -> {
                                throw fault;
                            }))
                    .isSameAs(fault);
            assertReturned("next", world.call(_ -> "next"));
        });
    }

    /** A linkage error in the work used to end the thread and keep the role busy for ever. */
    @Test
    void throwsErrorsOfTheWorkAtTheCallerToo() {
        simulate(world -> {
            var error = new UnsatisfiedLinkError("library");
            assertThatThrownBy(() ->
                            world.call(_ -> {
                                throw error;
                            }))
                    .isSameAs(error);
            assertThat(world.worker.isBusy()).isFalse();
            assertReturned("next", world.call(_ -> "next"));
        });
    }

    @Test
    void abandonsACallThatOutlivesItsLimitAndGoesOnWithAFreshThread() {
        simulate(world -> {
            assertTimedOut(world.call(world.taking(LONG)));
            assertThat(world.worker.abandoned()).isEqualTo(1);
            assertThat(world.worker.isBusy()).isFalse();
            assertReturned(2, world.call(world.taking(Duration.ofMillis(5))));
            world.sleep(LONG);
            assertThat(world.worker.abandoned()).isZero();
            assertReturned(2, world.call(world.taking(Duration.ofMillis(5))));
        });
    }

    /** Else the role would look as if it were in that call until somebody needs it again. */
    @Test
    void aCallThatReturnsWithoutASuccessorEndsThen() {
        simulate(world -> {
            assertTimedOut(world.call(world.taking(LONG)));
            world.sleep(LONG);
            world.sleep(LONG);
            assertThat(world.worker.ledger().snapshot().activity()).isEqualTo(Activity.IDLE);
            assertThat(world.worker.ledger().busySpans().longestNanos()).isEqualTo(LONG.toNanos());
        });
    }

    @Test
    void anAbandonedThreadMakesNoFurtherCall() {
        simulate(world -> {
            assertTimedOut(
                    world.call(lease -> {
                        world.sleep(LONG);
                        events.add("open " + lease.isOpen());
                        try {
                            lease.enter(Activity.EVICTING);
                        } catch (LeaseClosedException refused) {
                            events.add(String.valueOf(refused.getMessage()));
                            throw refused;
                        }
                        events.add("evicted");
                        return 0;
                    }));
            world.sleep(LONG);
            assertThat(events).containsExactly("open false", "thread 1 of flusher was abandoned");
            assertThat(world.worker.ledger().snapshot().nanosIn(Activity.EVICTING)).isZero();
        });
    }

    @Test
    void abandonsAtMostOneThread() {
        simulate(world -> {
            assertTimedOut(world.call(world.taking(LONG)));
            assertTimedOut(world.call(world.taking(LONG)));
            assertThat(world.worker.abandoned()).isEqualTo(1);
            assertThat(world.worker.isBusy()).isTrue();
            assertTimedOut(world.call(world.taking(Duration.ZERO)));
            world.sleep(LONG);
            assertThat(world.worker.abandoned()).isZero();
            assertThat(world.worker.isBusy()).isFalse();
            assertReturned(2, world.call(world.taking(Duration.ZERO)));
        });
    }

    @Test
    void aStopLeavesTheCallUnderWayAndTheNextWaitsForIt() {
        simulate(world -> {
            var stop = new StopToken();
            var hand =
                    world.concurrency.start(
                            "hand",
                            () -> {
                                world.sleep(Duration.ofMillis(100));
                                stop.stop();
                            });
            long startNanos = world.concurrency.nanoTime();
            assertThat(
                            world.worker.call(
                                    world.taking(Duration.ofMillis(600)), Deadline.never(), stop))
                    .isEqualTo(new CallResult.Stopped<>());
            assertThat(hand.failure()).isEmpty();
            assertThat(world.concurrency.nanoTime() - startNanos).isEqualTo(100_000_000);
            assertThat(world.worker.isBusy()).isTrue();
            assertThat(world.worker.call(_ -> 1, Deadline.never(), stop))
                    .isEqualTo(new CallResult.Stopped<>());
            assertThat(world.call(world.taking(Duration.ofMillis(5))))
                    .isEqualTo(new CallResult.Returned<>(1, 5_000_000));
            assertThat(world.concurrency.nanoTime() - startNanos).isEqualTo(605_000_000);
            assertThat(world.worker.abandoned()).isZero();
        });
    }

    @Test
    void closingRefusesMoreWorkAndTheRunningCallsNextStep() {
        simulate(world -> {
            var stop = new StopToken();
            stop.stop();
            var _ =
                    world.worker.call(
                            lease -> {
                                world.sleep(SHORT);
                                lease.enter(Activity.EVICTING);
                                events.add("evicted");
                                return 0;
                            },
                            Deadline.never(),
                            stop);
            world.worker.close();
            world.sleep(LONG);
            assertThatThrownBy(() -> world.call(_ -> 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("flusher is closed");
            assertThat(events).isEmpty();
        });
    }
}
