package dev.spindle.os.linux;

import java.io.File;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The thread of the Java virtual machine in which the serial collector works (decision 31) while
 * all others stand still. Little else runs in it.
 */
final class CollectorThread {
    /** It lives as long as the program, so it is looked for once. */
    static final OptionalLong ID = find();

    /** Its name in HotSpot, share/runtime/vmThread.cpp. */
    private static final String NAME = "VM Thread";

    private static final String TASKS = "/proc/self/task";

    private CollectorThread() {}

    private static OptionalLong find() {
        return Optional.ofNullable(new File(TASKS).list()).stream()
                .flatMap(Arrays::stream)
                .filter(task -> task.matches("\\d{1,18}"))
                .filter(CollectorThread::hasItsName)
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    private static boolean hasItsName(String task) {
        return KernelText.read(TASKS + "/" + task + "/comm")
                .filter(name -> name.strip().equals(NAME))
                .isPresent();
    }
}
