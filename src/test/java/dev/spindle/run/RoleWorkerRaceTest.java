package dev.spindle.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** The worker where the baton also goes on between a look and what follows from it. */
@Tag("unit")
final class RoleWorkerRaceTest {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(10);

    private static void sleep(Concurrency concurrency, Duration duration) {
        var _ = concurrency.gate("sleep").pause(concurrency.in(duration), StopToken.never());
    }

    private static <T> CallResult<T> call(
            Concurrency concurrency, RoleWorker worker, RoleWorker.Work<T> work) {
        return worker.call(work, concurrency.in(SHORT), StopToken.never());
    }

    /**
     * A thread that looked at its lease just before it was abandoned used to book its next activity
     * into the time of the fresh thread.
     */
    @Test
    void anAbandonedThreadNeverBooksIntoItsSuccessorsTime() {
        for (long seed = 0; seed < 300; seed++) {
            String where = "seed " + seed;
            var baton = new BatonConcurrency(seed, Duration.ofHours(1));
            var restless = new RestlessConcurrency(baton);
            var worker = new RoleWorker(restless, "flusher");
            baton.run(() -> {
                var first =
                        call(
                                restless,
                                worker,
                                lease -> {
                                    sleep(restless, SHORT);
                                    lease.enter(Activity.CONFIRMING);
                                    sleep(restless, LONG);
                                    return 0;
                                });
                assertThat(first).as(where).isInstanceOf(CallResult.TimedOut.class);
                var next =
                        call(
                                restless,
                                worker,
                                lease -> {
                                    lease.enter(Activity.SYNCING);
                                    sleep(restless, Duration.ofMillis(5));
                                    return worker.ledger().snapshot().activity();
                                });
                assertThat(next)
                        .as(where)
                        .isEqualTo(new CallResult.Returned<>(Activity.SYNCING, 5_000_000));
            });
        }
    }
}
