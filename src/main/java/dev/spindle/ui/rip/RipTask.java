package dev.spindle.ui.rip;

import dev.spindle.rip.Rip;
import dev.spindle.rip.RipVerdict;
import dev.spindle.run.Concurrency;

import javafx.concurrent.Task;

import java.time.Duration;

/**
 * Stands for a rip. It does no I/O: its thread only waits for the verdict, which is its value.
 *
 * <p>Cancelling it stops the rip and interrupts nobody. It does not end the task: a rip that was
 * stopped still saves what it read and has a verdict, so {@code cancel} says false, as is due for a
 * future that is not cancelled. The second call abandons the saving, as with {@link Rip#stop}.
 */
public final class RipTask extends Task<RipVerdict> {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final Rip rip;
    private final Concurrency concurrency;

    public RipTask(Rip rip, Concurrency concurrency) {
        this.rip = rip;
        this.concurrency = concurrency;
    }

    @Override
    protected RipVerdict call() {
        // The deadline only keeps this thread from depending on one wake-up alone.
        while (!rip.awaitEnd(concurrency.in(LONGEST_WAIT))) {
            updateMessage(rip.snapshot().notice());
        }
        return rip.snapshot().verdict().orElseThrow();
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        rip.stop();
        return false;
    }
}
