package dev.spindle.disc.fuzz;

import com.sun.management.ThreadMXBean;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicBoolean;
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

    /** The most that was in use right after a collection, while the work was done once more. */
    static long heldBytes(Runnable work) throws InterruptedException {
        long before = inUse();
        var most = new AtomicLong();
        var isDone = new AtomicBoolean();
        var sampler =
                new Thread(() -> {
                    while (!isDone.get()) {
                        most.accumulateAndGet(inUse(), Math::max);
                    }
                });
        sampler.start();
        work.run();
        isDone.set(true);
        sampler.join();
        return Math.max(0, most.get() - before);
    }

    private static long inUse() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
