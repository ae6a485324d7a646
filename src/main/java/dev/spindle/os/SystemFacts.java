package dev.spindle.os;

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
}
