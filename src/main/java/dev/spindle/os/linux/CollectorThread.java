package dev.spindle.os.linux;

import java.io.File;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The thread of the Java virtual machine in which the serial collector works (decision 31) while
 * all others stand still. Little else runs in it. Safe for all threads.
 */
final class CollectorThread {
    /** Its name in HotSpot, share/runtime/vmThread.cpp. */
    private static final String NAME = "VM Thread";

    private static final String TASKS = "/proc/self/task";

    /** It lives as long as the program. Found when first asked for; 0 where there is none. */
    private static final class Found {
        private static final long THREAD_ID = find().orElse(0);
    }

    /** Processor time that it has used so far; empty where that is not known. */
    OptionalLong ranNanos() {
        return SchedulerTimes.of(Found.THREAD_ID).stream()
                .mapToLong(SchedulerTimes::ranNanos)
                .findFirst();
    }

    private static OptionalLong find() {
        return Optional.ofNullable(new File(TASKS).list()).stream()
                .flatMap(Arrays::stream)
                .filter(task -> task.matches("\\d{1,18}"))
                .filter(task ->
                        KernelText.read(TASKS + "/" + task + "/comm")
                                .filter(name -> name.strip().equals(NAME))
                                .isPresent())
                .mapToLong(Long::parseLong)
                .findFirst();
    }
}
