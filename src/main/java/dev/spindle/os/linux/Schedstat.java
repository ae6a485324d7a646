package dev.spindle.os.linux;

import dev.spindle.os.ProcessorTimes;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the scheduler says of a thread of this process. */
final class Schedstat {
    /** The third number counts the slices of time that it ran. */
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}) (\\d{1,18}) \\d+");

    private Schedstat() {}

    /** Empty where the kernel does not tell, or the thread has ended. */
    static Optional<ProcessorTimes> of(long threadId) {
        return KernelText.read("/proc/self/task/" + threadId + "/schedstat")
                .flatMap(Schedstat::parse);
    }

    static Optional<ProcessorTimes> parse(String text) {
        return Optional.of(TEXT.matcher(text.strip()))
                .filter(Matcher::matches)
                .map(numbers ->
                        new ProcessorTimes(
                                Long.parseLong(numbers.group(1)),
                                Long.parseLong(numbers.group(2))));
    }
}
