package dev.spindle.run.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

@Tag("unit")
@Timeout(30)
final class BatonConcurrencyTest {
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

    /** Three roles that step through a gate, as the seed pleases. */
    private static List<String> trace(long seed) {
        var concurrency = new BatonConcurrency(seed, HOUR);
        var trace = new ArrayList<String>();
        var steps = concurrency.gate("steps");
        concurrency.run(() -> {
            for (String role : List.of("a", "b", "c")) {
                var _ =
                        concurrency.start(
                                role,
                                () -> {
                                    for (int i = 0; i < 20; i++) {
                                        steps.update(() -> trace.add(role));
                                    }
                                });
            }
            steps.await(() -> trace.size() == 60, Deadline.never(), StopToken.never());
        });
        return trace;
    }

    @Test
    void theSameSeedGivesTheSameRunAndOthersDiffer() {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(trace(seed)).as("seed " + seed).hasSize(60).isEqualTo(trace(seed));
            assertThat(trace(seed)).as("seed " + seed).isNotEqualTo(trace(seed + 1000));
        }
    }

    @Test
    void timeJumpsToTheNextDeadlineAndNowhereElse() {
        baton.run(() -> {
            long startNanos = baton.nanoTime();
            var _ =
                    baton.start(
                            "short",
                            () -> {
                                pause(baton, Duration.ofMinutes(5));
                                events.add("short " + (baton.nanoTime() - startNanos));
                            });
            assertThat(pause(baton, Duration.ofMinutes(30))).isEqualTo(Gate.Outcome.TIMED_OUT);
            events.add("long " + (baton.nanoTime() - startNanos));
        });
        assertThat(events).containsExactly("short 300000000000", "long 1800000000000");
    }

    @Test
    void waitsEndAsMetStoppedOrTimedOut() {
        var stop = new StopToken();
        baton.run(() -> {
            var hand =
                    baton.start(
                            "hand",
                            () -> {
                                pause(baton, Duration.ofSeconds(1));
                                gate.update(() -> open = true);
                                pause(baton, Duration.ofSeconds(1));
                                stop.stop();
                            });
            assertThat(gate.await(() -> open, baton.in(HOUR), stop)).isEqualTo(Gate.Outcome.MET);
            assertThat(gate.await(() -> !open, baton.in(HOUR.dividedBy(2)), stop))
                    .isEqualTo(Gate.Outcome.STOPPED);
            assertThat(gate.await(() -> open, Deadline.never(), stop)).isEqualTo(Gate.Outcome.MET);
            assertThat(hand.awaitDone(Deadline.never(), StopToken.never()))
                    .isEqualTo(Gate.Outcome.MET);
            assertThat(gate.<Boolean>read(() -> open)).isTrue();
        });
    }

    @Test
    void threadsThatAreLeftAreEndedAndNamed() {
        var threads = new ArrayList<Thread>();
        List<String> left =
                baton.run(() -> {
                    var _ = baton.start("quick", () -> events.add("quick"));
                    for (String role : List.of("reader", "writer")) {
                        var _ =
                                baton.start(
                                        role,
                                        () -> {
                                            threads.add(Thread.currentThread());
                                            awaitForEver();
                                            events.add(role + " went on");
                                        });
                    }
                    pause(baton, Duration.ofSeconds(1));
                });
        assertThat(left).containsExactly("reader", "writer");
        assertThat(threads).hasSize(2).noneMatch(Thread::isAlive);
        assertThat(events).containsExactly("quick");
    }

    /** They used to stay for ever when the body failed. */
    @Test
    void threadsThatAreLeftAreEndedAlsoWhenTheBodyFails() {
        var threads = new ArrayList<Thread>();
        var failure = new IllegalStateException("assertion");
        assertThatThrownBy(() ->
                        baton.run(() -> {
                            var _ =
                                    baton.start(
                                            "writer",
                                            () -> {
                                                threads.add(Thread.currentThread());
                                                awaitForEver();
                                            });
                            pause(baton, Duration.ofSeconds(1));
                            throw failure;
                        }))
                .isSameAs(failure);
        assertThat(threads).hasSize(1).noneMatch(Thread::isAlive);
    }

    @Test
    void whatEndsARoleBySurpriseIsKept() {
        var fault = new IllegalStateException("surprise");
        baton.run(() -> {
            var role =
                    baton.start(
                            "role",
                            () -> {
                                throw fault;
                            });
            assertThat(role.awaitDone(Deadline.never(), StopToken.never()))
                    .isEqualTo(Gate.Outcome.MET);
            assertThat(role.isDone()).isTrue();
            assertThat(role.role()).isEqualTo("role");
            assertThat(role.failure()).contains(fault);
        });
    }

    /** Starting a thread used to hand the baton on in the middle of a change. */
    @Test
    void nobodySeesAHalfMadeChange() {
        for (long seed = 0; seed < 100; seed++) {
            var concurrency = new BatonConcurrency(seed, HOUR);
            var halves = concurrency.gate("halves");
            var values = new int[2];
            concurrency.run(() -> {
                var watcher =
                        concurrency.start(
                                "watcher",
                                () -> {
                                    while (values[1] < 10) {
                                        assertThat(values[0]).isEqualTo(values[1]);
                                        pause(concurrency, Duration.ofMillis(1));
                                    }
                                });
                for (int i = 0; i < 10; i++) {
                    halves.update(() -> {
                        values[0]++;
                        var _ = concurrency.start("other", () -> {});
                        values[1]++;
                    });
                }
                watcher.awaitDone(Deadline.never(), StopToken.never());
                assertThat(watcher.failure()).isEmpty();
            });
        }
    }

    @Test
    void waitingInsideAGateIsRefused() {
        baton.run(() -> {
            assertThatThrownBy(() -> gate.update(this::awaitForEver))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a wait at door inside a gate");
            assertThatThrownBy(() -> gate.read(this::awaitForEver))
                    .isInstanceOf(IllegalStateException.class);
        });
    }
}
