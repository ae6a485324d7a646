package dev.spindle.os.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

@Tag("unit")
class LinuxSystemFactsTest {
    private final LinuxSystemFacts facts = new LinuxSystemFacts();

    @Test
    void memoryIsAtMostThatOfTheMachine() {
        long total =
                MemoryLimit.parseTotalBytes(KernelText.read("/proc/meminfo").orElseThrow())
                        .orElseThrow();

        assertThat(facts.memoryLimits().processBytes()).isBetween(1L << 20, total);
    }

    @Test
    void cpuTimeGrowsWithWork() {
        long before = facts.processCpuNanos();
        long sum = 0;
        long until = System.nanoTime() + 20_000_000;
        while (System.nanoTime() < until) {
            sum += System.nanoTime();
        }

        assertThat(facts.processCpuNanos() - before).as("%d", sum).isPositive();
        assertThat(before).isPositive();
    }

    @Test
    void processIdIsOurs() {
        assertThat(facts.processId()).isEqualTo(ProcessHandle.current().pid());
    }

    /** A kernel without the figures tells nothing; one with them counts up. */
    @Test
    void aThreadTellsHowLongItRanAndWaitedForAProcessor() {
        var first = facts.processorTimes(facts.threadId());
        var then = facts.processorTimes(facts.threadId());
        assertThat(first.isPresent()).isEqualTo(hasSchedstat());
        assertThat(then.isPresent()).isEqualTo(first.isPresent());
        first.ifPresent(before -> {
            // Of a thread that runs the kernel brings it up to date now and then.
            assertThat(then.orElseThrow().ranNanos()).isGreaterThanOrEqualTo(before.ranNanos());
            assertThat(then.orElseThrow().waitedNanos())
                    .isGreaterThanOrEqualTo(before.waitedNanos());
        });
        assertThat(facts.processorTimes(Long.MAX_VALUE)).isEmpty();
    }

    private static boolean hasSchedstat() {
        return Files.exists(Path.of("/proc/self/schedstat"));
    }

    /** Whatever the collector is: this thread runs it, or has it run. */
    @Test
    void theThreadThatCollectsGarbageIsKnownAndCountsItsTime() {
        long collector = facts.collectorThreadId().orElseThrow();
        assertThat(collector).isPositive().isNotEqualTo(facts.threadId());
        var before = facts.processorTimes(collector);
        // More than once, as the kernel counts the last time only when the thread sleeps again.
        for (int i = 0; i < 10; i++) {
            System.gc();
        }
        var after = facts.processorTimes(collector);
        assertThat(before.isPresent()).isEqualTo(hasSchedstat());
        before.ifPresent(times ->
                assertThat(after.orElseThrow().ranNanos()).isGreaterThan(times.ranNanos()));
    }

    @Test
    void aThreadThatSleepsTellsWhere() throws Exception {
        var threadId = new AtomicLong();
        var mayEnd = new CountDownLatch(1);
        var isKnown = new CountDownLatch(1);
        var sleeper =
                new Thread(() -> {
                    threadId.set(facts.threadId());
                    isKnown.countDown();
                    try {
                        assertThat(mayEnd.await(1, TimeUnit.MINUTES)).isTrue();
                    } catch (InterruptedException unexpected) {
                        throw new AssertionError(unexpected);
                    }
                });
        sleeper.start();
        try {
            assertThat(isKnown.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(threadId.get()).isNotEqualTo(facts.threadId()).isPositive();
            while (sleeper.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            // Where the kernel tells it at all: the function in which it waits for its latch.
            facts.waitChannel(threadId.get())
                    .ifPresent(channel -> assertThat(channel).startsWith("futex_"));
        } finally {
            mayEnd.countDown();
            sleeper.join();
        }
        assertThat(facts.waitChannel(threadId.get())).as("one that has ended").isEmpty();
        assertThat(facts.waitChannel(facts.threadId())).as("one that runs").isEmpty();
    }
}
