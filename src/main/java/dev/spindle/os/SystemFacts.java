package dev.spindle.os;

import java.util.Optional;
import java.util.OptionalLong;

/** Facts about the machine and this process. Safe for all threads; never blocks. */
public interface SystemFacts {
    /** As they are now: a control group's limit can change while we run. Reads some ten files. */
    MemoryLimits memoryLimits();

    /** CPU time of the whole process so far. */
    long processCpuNanos();

    long processId();

    /** The kernel's number of the calling thread. */
    long threadId();

    /**
     * The function of the kernel in which a thread of this process sleeps (proc_pid_wchan(5)).
     * Empty where it runs, has ended, or the kernel does not tell.
     */
    Optional<String> waitChannel(long threadId);

    /** Of a thread of this process; empty where it has ended, or the kernel does not tell. */
    Optional<ProcessorTimes> processorTimes(long threadId);

    /**
     * The kernel's number of the thread that collects garbage while all others of this process
     * stand still; empty where it is not known.
     */
    OptionalLong collectorThreadId();
}
