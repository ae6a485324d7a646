package dev.spindle.os;

/**
 * What the scheduler says of a thread, since it began (the first two figures of
 * /proc/PID/task/TID/schedstat, Linux Documentation/scheduler/sched-stats.rst).
 *
 * @param ranNanos on a processor
 * @param waitedNanos ready to run, without a processor
 */
public record ProcessorTimes(long ranNanos, long waitedNanos) {}
