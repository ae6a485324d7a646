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

        assertThat(facts.memoryLimitBytes()).isBetween(1L << 20, total);
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

    /** A kernel without the figure tells nothing; one with it counts up. */
    @Test
    void aThreadTellsHowLongItWaitedForAProcessor() {
        var first = facts.processorWaitNanos(facts.threadId());
        var then = facts.processorWaitNanos(facts.threadId());
        assertThat(first.isPresent()).isEqualTo(Files.exists(Path.of("/proc/self/schedstat")));
        assertThat(then.orElse(0)).isGreaterThanOrEqualTo(first.orElse(0));
        assertThat(facts.processorWaitNanos(Long.MAX_VALUE)).isEmpty();
    }

    /** The time of the thread that all collectors are run by, or run in. */
    @Test
    void aCollectionOfGarbageTakesTime() {
        var before = facts.collectionNanos();
        System.gc();
        var after = facts.collectionNanos();
        assertThat(before.isPresent()).isEqualTo(Files.exists(Path.of("/proc/self/schedstat")));
        assertThat(after.isPresent()).isEqualTo(before.isPresent());
        before.ifPresent(nanos -> assertThat(after.getAsLong()).isGreaterThan(nanos));
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
