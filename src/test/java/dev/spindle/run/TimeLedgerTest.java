package dev.spindle.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

@Tag("unit")
final class TimeLedgerTest {
    private static final Activity[] ACTIVITIES = Activity.values();

    private static void pause(Concurrency concurrency, long nanos) {
        var _ =
                concurrency
                        .gate("pause")
                        .pause(concurrency.in(Duration.ofNanos(nanos)), StopToken.never());
    }

    private static long sum(LedgerSnapshot snapshot) {
        return snapshot.nanosIn().values().stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void timesAddUpToTheWallTimeWheneverSomebodyLooks() {
        for (long seed = 0; seed < 100; seed++) {
            String where = "seed " + seed;
            var random = new SplittableRandom(seed);
            var roles = random.split();
            var baton = new BatonConcurrency(seed, Duration.ofDays(1));
            baton.run(() -> {
                var ledger = new TimeLedger(baton, "writer");
                long startNanos = baton.nanoTime();
                var role = baton.start("writer", () -> work(baton, ledger, roles));
                for (int look = 0; look < 40; look++) {
                    pause(baton, random.nextLong(80_000_000));
                    assertThat(sum(ledger.snapshot()))
                            .as(where)
                            .isEqualTo(baton.nanoTime() - startNanos);
                }
                role.awaitDone(Deadline.never(), StopToken.never());
                assertThat(role.failure()).as(where).isEmpty();
                checkSpans(ledger, where);
            });
        }
    }

    private static void work(Concurrency concurrency, TimeLedger ledger, SplittableRandom random) {
        for (int step = 0; step < 60; step++) {
            long beforeNanos = concurrency.nanoTime();
            pause(concurrency, random.nextLong(100_000_000));
            var before = ledger.snapshot();
            assertThat(ledger.enter(ACTIVITIES[random.nextInt(ACTIVITIES.length)]))
                    .isEqualTo(concurrency.nanoTime() - before.sinceNanos())
                    .isGreaterThanOrEqualTo(concurrency.nanoTime() - beforeNanos);
        }
    }

    private static void checkSpans(TimeLedger ledger, String where) {
        var spans = ledger.takeLongSpans();
        assertThat(spans).as(where).isNotEmpty();
        long endNanos = Long.MIN_VALUE;
        for (LedgerSpan span : spans) {
            assertThat(span.role()).isEqualTo("writer");
            assertThat(span.nanos()).as(where).isGreaterThanOrEqualTo(50_000_000);
            assertThat(span.startNanos()).as(where).isGreaterThanOrEqualTo(endNanos);
            endNanos = span.endNanos();
        }
        assertThat(ledger.takeLongSpans()).as(where).isEmpty();
    }

    @Test
    void busySpansLeaveOutIdlingAndWaitingForData() {
        var baton = new BatonConcurrency(1, Duration.ofDays(1));
        var ledger = new TimeLedger(baton, "writer");
        pause(baton, 1_000_000_000);
        ledger.enter(Activity.WAITING_FOR_DATA);
        pause(baton, 1_000_000_000);
        ledger.enter(Activity.WRITING);
        pause(baton, 16);
        ledger.enter(Activity.IDLE);

        assertThat(ledger.busySpans().count()).isEqualTo(1);
        assertThat(ledger.busySpans().longestNanos()).isEqualTo(16);
        var snapshot = ledger.snapshot();
        assertThat(snapshot.role()).isEqualTo(ledger.role()).isEqualTo("writer");
        assertThat(snapshot.activity()).isEqualTo(Activity.IDLE);
        assertThat(snapshot.nanosIn()).containsEntry(Activity.WRITING, 16L);
        assertThat(ledger.takeLongSpans())
                .extracting(LedgerSpan::activity)
                .containsExactly(Activity.IDLE, Activity.WAITING_FOR_DATA);
    }

    /** A call that never returns would be missing from the longest ones for ever. */
    @Test
    void busySpansHoldTheOneThatGoesOn() {
        var baton = new BatonConcurrency(1, Duration.ofDays(1));
        var ledger = new TimeLedger(baton, "writer");
        ledger.enter(Activity.WRITING);
        pause(baton, 90_000_000_000L);

        assertThat(ledger.busySpans().count()).isEqualTo(1);
        assertThat(ledger.busySpans().longestNanos()).isEqualTo(90_000_000_000L);
        ledger.enter(Activity.IDLE);
        assertThat(ledger.busySpans().count()).as("once it has returned").isEqualTo(1);
    }

    /** A device of 10 MB/s needs a tenth of a second for a megabyte. */
    @Test
    void whatTheUsualPaceExplainsIsNoExcess() {
        var baton = new BatonConcurrency(1, Duration.ofDays(1));
        var ledger = new TimeLedger(baton, "writer");
        for (int call = 0; call < 20; call++) {
            ledger.enter(Activity.WRITING, 1_000_000);
            pause(baton, 100_000_000);
        }
        ledger.enter(Activity.WRITING, 1_000_000);
        pause(baton, 3_000_000_000L);
        ledger.enter(Activity.WAITING_FOR_BUDGET);
        pause(baton, 100_000_000);
        ledger.enter(Activity.IDLE);
        var spans = ledger.takeLongSpans();
        assertThat(spans).hasSize(22);
        assertThat(spans.subList(0, 20)).extracting(LedgerSpan::excessNanos).containsOnly(0L);
        assertThat(spans.get(20).excessNanos()).isEqualTo(2_800_000_000L);
        assertThat(spans.get(21).excessNanos()).isEqualTo(spans.get(21).nanos());
    }

    /** The kernel is asked at the end of long spans alone: each question is a call. */
    @Test
    void onlyLongSpansTellHowLongTheirThreadWasReady() {
        var baton = new BatonConcurrency(1, Duration.ofDays(1));
        var asked = new AtomicLong();
        var worker =
                new RoleWorker(
                        baton,
                        "writer",
                        () -> {},
                        () -> {},
                        () -> OptionalLong.of(asked.incrementAndGet()));
        baton.run(() -> {
            var _ =
                    worker.call(
                            lease -> {
                                for (int nanos : new int[] {60_000_000, 49_999_999, 50_000_000}) {
                                    lease.enter(Activity.WRITING);
                                    pause(baton, nanos);
                                }
                                return true;
                            },
                            Deadline.never(),
                            StopToken.never());
            assertThat(worker.ledger().takeLongSpans())
                    .extracting(span -> span.readyNanos().orElse(0))
                    .containsExactly(1L, 2L);
            assertThat(asked).hasValue(2);
            worker.close();
        });
    }

    /** Its time is that of a call, and tells nothing of how long a megabyte takes. */
    @Test
    void aSmallPieceTeachesNoPaceBySize() {
        var baton = new BatonConcurrency(1, Duration.ofDays(1));
        var ledger = new TimeLedger(baton, "writer");
        ledger.enter(Activity.WRITING, 2048);
        pause(baton, 50_000_000);
        ledger.enter(Activity.WRITING, 1_000_000);
        pause(baton, 900_000_000);
        ledger.enter(Activity.IDLE);
        assertThat(ledger.takeLongSpans().get(1).excessNanos())
                .isBetween(500_000_000L, 550_000_000L);
    }
}
