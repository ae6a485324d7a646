package dev.spindle.os.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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
}
