package dev.spindle.ui.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.RipOutcome;
import dev.spindle.run.RealConcurrency;
import dev.spindle.run.StopToken;
import dev.spindle.ui.Examples;
import dev.spindle.ui.FakeRip;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** Needs the toolkit, because tasks tell of their states on its thread. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class RipTaskTest {
    @Test
    void cancelStopsTheRipAndTheVerdictStillComes()
            throws ExecutionException, InterruptedException {
        var concurrency = new RealConcurrency();
        var rip = new FakeRip(Examples.healthy(0.5));
        var task = new RipTask(rip, concurrency);
        var thread = concurrency.start("rip-task", task);
        assertThat(task.cancel()).isFalse();
        assertThat(task.cancel(true)).isFalse();
        assertThat(rip.stops()).isEqualTo(2);
        assertThat(task.isDone()).isFalse();

        rip.become(Examples.ended(RipOutcome.STOPPED));
        assertThat(task.get().outcome()).isEqualTo(RipOutcome.STOPPED);
        thread.awaitDone(concurrency.in(Duration.ofSeconds(5)), StopToken.never());
        assertThat(thread.failure()).isEmpty();
        WaitForAsyncUtils.waitForFxEvents();
    }
}
