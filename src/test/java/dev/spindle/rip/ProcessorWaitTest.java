package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.ProcessorTimes;
import dev.spindle.os.script.ScriptedFacts;
import dev.spindle.timeline.StallBook;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether a program that did not run was stopped, was not let, or was busy with itself. */
@Tag("unit")
final class ProcessorWaitTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long COLLECTOR = 7;

    private final Kernel kernel = new Kernel();
    private final ProcessorWait wait = new ProcessorWait(kernel);

    /** Tells the times of two threads, where it knows them. */
    private static final class Kernel extends ScriptedFacts {
        private final Map<Long, ProcessorTimes> times = new HashMap<>();

        void own(long ranNanos, long waitedNanos) {
            times.put(threadId(), new ProcessorTimes(ranNanos, waitedNanos));
        }

        void collector(long ranNanos, long waitedNanos) {
            times.put(COLLECTOR, new ProcessorTimes(ranNanos, waitedNanos));
        }

        @Override
        public Optional<ProcessorTimes> processorTimes(long threadId) {
            return Optional.ofNullable(times.get(threadId));
        }

        @Override
        public OptionalLong collectorThreadId() {
            return OptionalLong.of(COLLECTOR);
        }
    }

    private String after(long lateNanos) {
        return wait.causeSinceLastLook(lateNanos);
    }

    @Test
    void whoWasReadyAllTheTimeWasNotLet() {
        kernel.own(0, 0);
        var _ = after(0);
        kernel.own(SECOND, 2 * SECOND);
        assertThat(after(3 * SECOND)).isEqualTo(StallBook.NO_PROCESSOR);
    }

    @Test
    void whoWasNotReadyWasStopped() {
        kernel.own(0, 9 * SECOND);
        var _ = after(0);
        kernel.own(0, 10 * SECOND);
        assertThat(after(3 * SECOND)).isEqualTo(StallBook.NOT_RUNNING);
    }

    @Test
    void whoCollectedForHalfOfThatTimeWasAtIt() {
        kernel.own(0, 0);
        kernel.collector(0, 0);
        var _ = after(0);
        kernel.own(0, SECOND);
        kernel.collector(SECOND, 0);
        assertThat(after(2 * SECOND)).isEqualTo(StallBook.COLLECTING);
        kernel.collector(SECOND + SECOND / 10, 0);
        assertThat(after(SECOND)).isEqualTo(StallBook.NOT_RUNNING);
    }

    /** All others stand still meanwhile, and are not ready themselves. */
    @Test
    void aCollectionThatGotNoProcessorWasNotLet() {
        kernel.own(0, 0);
        kernel.collector(0, 0);
        var _ = after(0);
        kernel.own(0, SECOND / 10);
        kernel.collector(SECOND / 4, SECOND / 2);
        assertThat(after(SECOND)).isEqualTo(StallBook.NO_PROCESSOR);
    }

    /** What was collected long before is no reason now. */
    @Test
    void eachLookCountsFromTheOneBefore() {
        kernel.collector(9 * SECOND, 0);
        var _ = after(0);
        kernel.times.clear();
        assertThat(after(SECOND)).isEqualTo(StallBook.NOT_RUNNING);
        kernel.collector(10 * SECOND, 0);
        assertThat(after(SECOND)).isEqualTo(StallBook.NOT_RUNNING);
    }

    @Test
    void whereTheKernelIsSilentNobodyElseIsBlamed() {
        var _ = after(0);
        assertThat(after(3 * SECOND)).isEqualTo(StallBook.NOT_RUNNING);
        kernel.own(0, 10 * SECOND);
        assertThat(after(3 * SECOND)).isEqualTo(StallBook.NOT_RUNNING);
    }
}
