package dev.spindle.disc.fuzz;

import com.sun.management.ThreadMXBean;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a case costs. Time is the processor's for this thread, so that a busy machine accuses
 * nobody. Memory is all that was allocated, an upper bound of what was held; where that is too
 * much, {@link #heldBytes} tells what was really held.
 */
record Cost(double seconds, long allocatedBytes) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Cost of(Runnable work) {
        long cpu = THREADS.getCurrentThreadCpuTime();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return new Cost(
                (THREADS.getCurrentThreadCpuTime() - cpu) / 1e9,
                THREADS.getCurrentThreadAllocatedBytes() - allocated);
    }

    /** Fewer looks might all be at a moment when little was held. */
    private static final int LEAST_LOOKS = 24;

    /**
     * The most that was in use right after a collection, while the work was done again, as often as
     * it takes for enough looks at random moments.
     */
    static long heldBytes(Runnable work) throws InterruptedException {
        long before = inUse();
        var most = new AtomicLong();
        var looks = new AtomicInteger();
        var isDone = new AtomicBoolean();
        var sampler =
                new Thread(() -> {
                    while (!isDone.get()) {
                        most.accumulateAndGet(inUse(), Math::max);
                        looks.incrementAndGet();
                    }
                });
        sampler.start();
        do {
            work.run();
        } while (looks.get() < LEAST_LOOKS);
        isDone.set(true);
        sampler.join();
        return Math.max(0, most.get() - before);
    }

    /**
     * As the collector itself noted it at its end. Asked a moment later, the heap also holds what
     * was allocated since, and on a busy machine that moment may be all of the work.
     */
    private static long inUse() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }
}
