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

    /**
     * How long a thread of this process was ready to run so far and got no processor ({@code
     * run_delay} of /proc/PID/task/TID/schedstat, Linux Documentation/scheduler/sched-stats.rst).
     * Empty where the kernel does not tell.
     */
    OptionalLong processorWaitNanos(long threadId);

    /**
     * Processor time that this process has used so far to collect garbage, during which none of its
     * other threads runs. Empty where that is not known.
     */
    OptionalLong collectionNanos();
}
