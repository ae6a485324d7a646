package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.ProcessorTimes;
import dev.spindle.os.script.CallKind;
import dev.spindle.os.script.ScriptedFacts;
import dev.spindle.run.Activity;
import dev.spindle.run.Deadline;
import dev.spindle.run.LedgerSpan;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;
import dev.spindle.timeline.StallBook;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;

/** How long a thread was ready, and was not let run, in what it did. */
@Tag("unit")
final class ReadyWaitsTest {
    private static final long MILLI = 1_000_000;

    /** Tells of each thread how long it was ready. */
    private static final class Kernel extends ScriptedFacts {
        private final ToLongFunction<Long> readyNanos;

        Kernel(ToLongFunction<Long> readyNanos) {
            this.readyNanos = readyNanos;
        }

        @Override
        public long threadId() {
            return Thread.currentThread().threadId();
        }

        @Override
        public Optional<ProcessorTimes> processorTimes(long threadId) {
            return Optional.of(new ProcessorTimes(0, readyNanos.applyAsLong(threadId)));
        }
    }

    private final BatonConcurrency baton = new BatonConcurrency(1, Duration.ofDays(1));
    private final Map<Long, Long> ready = new ConcurrentHashMap<>();

    /** With roles whose threads were ready for as long as {@link #ready} says. */
    private void run(BiConsumer<Roles, ReadyWaits> test) {
        var threads = new RoleThreads(baton, new Kernel(id -> ready.getOrDefault(id, 0L)));
        baton.run(() -> {
            var roles = Roles.start(baton, threads, () -> {});
            test.accept(roles, new ReadyWaits(roles, threads));
            roles.close();
        });
    }

    private void sleep(long millis) {
        var _ = baton.gate("pause").pause(baton.in(Duration.ofMillis(millis)), StopToken.never());
    }

    /** What is waited in one long span is not counted in the next one, nor what came before. */
    @Test
    void countsWhatWasWaitedInTheSpan() {
        run((roles, waits) -> {
            var writer = roles.writer();
            var pending =
                    writer.submit(lease -> {
                        long own = Thread.currentThread().threadId();
                        ready.put(own, 500 * MILLI);
                        lease.enter(Activity.WRITING);
                        sleep(20);
                        lease.enter(Activity.WRITING);
                        sleep(200);
                        ready.put(own, 580 * MILLI);
                        lease.enter(Activity.WRITING);
                        sleep(300);
                        lease.enter(Activity.IDLE);
                        return true;
                    });
            sleep(10);
            waits.look(baton.nanoTime());
            sleep(100);
            waits.look(baton.nanoTime());
            var _ = writer.await(pending, Deadline.never(), StopToken.never());
            List<LedgerSpan> spans =
                    writer.ledger().takeLongSpans().stream()
                            .filter(span -> span.activity() == Activity.WRITING)
                            .toList();
            assertThat(spans)
                    .extracting(LedgerSpan::nanos)
                    .containsExactly(200 * MILLI, 300 * MILLI);
            assertThat(spans).extracting(waits::in).containsExactly(80 * MILLI, 0L);
            assertThat(waits.in(new LedgerSpan("writer", Activity.WRITING, 0, 60 * MILLI)))
                    .as("nobody knows")
                    .isZero();
        });
    }

    /** Of a writer whose calls are short: it is ready for a third of the time. */
    @Test
    void tellsOfAStretchOfShortSpansWhatTheLooksAroundItShow() {
        run((roles, waits) -> {
            long begun = baton.nanoTime();
            var pending =
                    roles.writer()
                            .submit(lease -> {
                                long own = Thread.currentThread().threadId();
                                for (int call = 0; call < 50; call++) {
                                    lease.enter(Activity.WRITING);
                                    sleep(12);
                                    ready.merge(own, 4 * MILLI, Long::sum);
                                }
                                return true;
                            });
            for (int look = 0; look < 5; look++) {
                sleep(100);
                waits.look(baton.nanoTime());
            }
            long from = begun + 150 * MILLI;
            assertThat(waits.between("writer", from, from + 240 * MILLI))
                    .isBetween(72 * MILLI, 88 * MILLI);
            assertThat(waits.between("writer", begun, begun + 50 * MILLI))
                    .as("before anybody looked")
                    .isZero();
            assertThat(waits.between("flusher", from, from + MILLI)).isZero();
            var _ = roles.writer().await(pending, Deadline.never(), StopToken.never());
        });
    }

    /**
     * A look that lies far back tells little: what was waited since then may lie before the call.
     */
    @Test
    void whatMayHaveBeenWaitedBeforeDoesNotCount() {
        run((roles, waits) -> {
            var pending =
                    roles.writer()
                            .submit(lease -> {
                                long own = Thread.currentThread().threadId();
                                for (int call = 0; call < 10; call++) {
                                    lease.enter(Activity.WRITING);
                                    sleep(45);
                                    ready.merge(own, 45 * MILLI, Long::sum);
                                }
                                lease.enter(Activity.WRITING);
                                sleep(480);
                                lease.enter(Activity.IDLE);
                                return true;
                            });
            sleep(1);
            waits.look(baton.nanoTime());
            var _ = roles.writer().await(pending, Deadline.never(), StopToken.never());
            var span = roles.writer().ledger().takeLongSpans().getLast();
            assertThat(span.nanos()).isEqualTo(480 * MILLI);
            assertThat(waits.in(span)).isBetween(0L, 101 * MILLI);
        });
    }

    private static List<Stall> stallsOfWriter(int percentReady) {
        var found = new ArrayList<Stall>();
        var _ =
                Bench.with(bench -> {
                    bench.facts = new Kernel(_ -> bench.baton.nanoTime() / 100 * percentReady);
                    bench.image = TestImage.iso(3, 4 * TestImage.MIB, "SIMULATED");
                    bench.script = "speed 4M";
                    bench.storage
                            .on(CallKind.WRITE)
                            .pathEndsWith(".part")
                            .nth(2)
                            .hang(Duration.ofSeconds(6));
                    var rip = bench.start();
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
                    rip.snapshot().stalls().stream()
                            .filter(stall -> stall.thread().equals("writer"))
                            .filter(stall -> stall.seconds() > 1)
                            .forEach(found::add);
                });
        return found;
    }

    /** The same call, by what the kernel says of its thread. */
    @Test
    void aCallWhoseThreadWasReadyHasReturned() {
        assertThat(stallsOfWriter(0)).extracting(Stall::side).containsOnly(Side.STORAGE);
        assertThat(stallsOfWriter(100))
                .isNotEmpty()
                .allMatch(stall -> stall.side() == Side.SELF)
                .allMatch(stall -> stall.cause().equals(StallBook.NO_PROCESSOR));
        assertThat(stallsOfWriter(50)).extracting(Stall::side).contains(Side.STORAGE, Side.SELF);
    }
}
