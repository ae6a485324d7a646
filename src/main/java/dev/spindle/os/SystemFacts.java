package dev.spindle.os;

import java.util.Optional;
import java.util.OptionalLong;

/** Facts about the machine and this process. Safe for all threads; never blocks. */
public interface SystemFacts {
    /** Memory this process may use: the machine's, or the control group's limit if lower. */
    long memoryLimitBytes();

    /**
     * So much may be dirty in the whole system before writers are held up: {@code
     * nr_dirty_threshold} of /proc/vmstat; empty where the kernel does not tell.
     */
    OptionalLong dirtyLimitBytes();

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
