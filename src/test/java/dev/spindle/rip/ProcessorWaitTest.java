package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.SystemFacts;
import dev.spindle.os.script.ScriptedFacts;
import dev.spindle.timeline.StallBook;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.OptionalLong;

/** Whether a program that did not run was stopped, or was not let. */
@Tag("unit")
final class ProcessorWaitTest {
    private static final long SECOND = 1_000_000_000L;

    private final Kernel kernel = new Kernel();
    private final ProcessorWait wait = new ProcessorWait(kernel);

    /** Tells how long its one thread has waited for a processor. */
    private static final class Kernel implements SystemFacts {
        private final ScriptedFacts facts = ScriptedFacts.ofOneGiB();
        private OptionalLong waitedNanos = OptionalLong.of(0);

        @Override
        public long memoryLimitBytes() {
            return facts.memoryLimitBytes();
        }

        @Override
        public OptionalLong dirtyLimitBytes() {
            return facts.dirtyLimitBytes();
        }

        @Override
        public long processCpuNanos() {
            return 0;
        }

        @Override
        public long processId() {
            return 1;
        }

        @Override
        public long threadId() {
            return 1;
        }

        @Override
        public Optional<String> waitChannel(long threadId) {
            return Optional.empty();
        }

        @Override
        public OptionalLong processorWaitNanos(long threadId) {
            return waitedNanos;
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
    void whereTheKernelIsSilentNobodyElseIsBlamed() {
        kernel.waitedNanos = OptionalLong.empty();
        var _ = wait.causeSinceLastLook(0);
        assertThat(wait.causeSinceLastLook(3 * SECOND)).isEqualTo(StallBook.NOT_RUNNING);
        kernel.waitedNanos = OptionalLong.of(10 * SECOND);
        assertThat(wait.causeSinceLastLook(3 * SECOND)).isEqualTo(StallBook.NOT_RUNNING);
    }
}
