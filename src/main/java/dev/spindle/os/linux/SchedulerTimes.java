package dev.spindle.os.linux;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the scheduler says of a thread of this process (/proc/PID/task/TID/schedstat, Linux
 * Documentation/scheduler/sched-stats.rst).
 *
 * @param ranNanos time on a processor
 * @param waitedNanos time ready to run, without a processor
 */
record SchedulerTimes(long ranNanos, long waitedNanos) {
    /** The third number counts the slices of time that it ran. */
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}) (\\d{1,18}) \\d+");

    /** Empty where the kernel does not tell, or the thread has ended. */
    static Optional<SchedulerTimes> of(long threadId) {
        return KernelText.read("/proc/self/task/" + threadId + "/schedstat")
                .flatMap(SchedulerTimes::parse);
    }

    static Optional<SchedulerTimes> parse(String text) {
        return Optional.of(TEXT.matcher(text.strip()))
                .filter(Matcher::matches)
                .map(numbers ->
                        new SchedulerTimes(
                                Long.parseLong(numbers.group(1)),
                                Long.parseLong(numbers.group(2))));
    }
}
