package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.script.ScriptedFacts;
import dev.spindle.timeline.StallBook;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.OptionalLong;

/** Whether a program that did not run was stopped, or was not let. */
@Tag("unit")
final class ProcessorWaitTest {
    private static final long SECOND = 1_000_000_000L;

    private final Kernel kernel = new Kernel();
    private final ProcessorWait wait = new ProcessorWait(kernel);

    /** Tells how long its one thread has waited for a processor. */
    private static final class Kernel extends ScriptedFacts {
        private OptionalLong waitedNanos = OptionalLong.of(0);
        private OptionalLong collectedNanos = OptionalLong.of(0);

        @Override
        public OptionalLong processorWaitNanos(long threadId) {
            return waitedNanos;
        }

        @Override
        public OptionalLong collectionNanos() {
            return collectedNanos;
        }
    }

    @Test
    void whoWasReadyAllTheTimeWasNotLet() {
        var _ = wait.causeSinceLastLook(0);
        kernel.waitedNanos = OptionalLong.of(2 * SECOND);
        assertThat(wait.causeSinceLastLook(3 * SECOND)).isEqualTo(StallBook.NO_PROCESSOR);
    }

    @Test
    void whoWasNotReadyWasStopped() {
        kernel.waitedNanos = OptionalLong.of(9 * SECOND);
        var _ = wait.causeSinceLastLook(0);
        kernel.waitedNanos = OptionalLong.of(10 * SECOND);
        assertThat(wait.causeSinceLastLook(3 * SECOND)).isEqualTo(StallBook.NOT_RUNNING);
    }

    @Test
    void whoCollectedForHalfOfThatTimeWasAtIt() {
        var _ = wait.causeSinceLastLook(0);
        kernel.collectedNanos = OptionalLong.of(SECOND);
        kernel.waitedNanos = OptionalLong.of(SECOND);
        assertThat(wait.causeSinceLastLook(2 * SECOND)).isEqualTo(StallBook.COLLECTING);
        kernel.collectedNanos = OptionalLong.of(SECOND + SECOND / 10);
        assertThat(wait.causeSinceLastLook(SECOND)).isEqualTo(StallBook.NOT_RUNNING);
    }

    /** What was collected long before is no reason now. */
    @Test
    void eachLookCountsFromTheOneBefore() {
        kernel.collectedNanos = OptionalLong.of(9 * SECOND);
        var _ = wait.causeSinceLastLook(0);
        kernel.collectedNanos = OptionalLong.empty();
        assertThat(wait.causeSinceLastLook(SECOND)).isEqualTo(StallBook.NOT_RUNNING);
        kernel.collectedNanos = OptionalLong.of(10 * SECOND);
        assertThat(wait.causeSinceLastLook(SECOND)).isEqualTo(StallBook.NOT_RUNNING);
    }

    @Test
    void whereTheKernelIsSilentNobodyElseIsBlamed() {
        kernel.waitedNanos = OptionalLong.empty();
        var _ = wait.causeSinceLastLook(0);
        assertThat(wait.causeSinceLastLook(3 * SECOND)).isEqualTo(StallBook.NOT_RUNNING);
        kernel.waitedNanos = OptionalLong.of(10 * SECOND);
        assertThat(wait.causeSinceLastLook(3 * SECOND)).isEqualTo(StallBook.NOT_RUNNING);
    }
}
