package dev.spindle.os;

/** Facts about the machine and this process. Safe for all threads; never blocks. */
public interface SystemFacts {
    /** Memory this process may use: the machine's, or the control group's limit if lower. */
    long memoryLimitBytes();

    /** CPU time of the whole process so far. */
    long processCpuNanos();

    long processId();
}
