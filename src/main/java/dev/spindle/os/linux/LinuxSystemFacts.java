package dev.spindle.os.linux;

import dev.spindle.os.MemoryLimits;
import dev.spindle.os.OsException;
import dev.spindle.os.ProcessorTimes;
import dev.spindle.os.SystemFacts;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Facts from /proc, the control groups and the process clock. */
public final class LinuxSystemFacts implements SystemFacts {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final LibC libC;

    /** Facts about this machine. */
    public LinuxSystemFacts() {
        this(LibC.load());
    }

    LinuxSystemFacts(LibC libC) {
        this.libC = libC;
    }

    @Override
    public MemoryLimits memoryLimits() {
        return new MemoryLimits(processBytes(), dirtyBytes());
    }

    private static long processBytes() {
        LongStream machine =
                KernelText.read("/proc/meminfo").stream()
                        .flatMapToLong(text -> MemoryLimit.parseTotalBytes(text).stream());
        List<Mount> mounts =
                KernelText.read("/proc/self/mountinfo").map(Mount::parseAll).orElse(List.of());
        LongStream groups =
                KernelText.read("/proc/self/cgroup").stream()
                        .flatMap(text -> MemoryLimit.limitFiles(text, mounts).stream())
                        .map(KernelText::read)
                        .flatMap(Optional::stream)
                        .flatMapToLong(text -> MemoryLimit.parseLimitBytes(text).stream());
        return LongStream.concat(machine, groups).min().orElse(Long.MAX_VALUE);
    }

    private OptionalLong dirtyBytes() {
        return KernelText.read("/proc/vmstat")
                .map(DirtyLimit::parsePages)
                .filter(OptionalLong::isPresent)
                .map(pages -> OptionalLong.of(pages.getAsLong() * libC.getpagesize()))
                .orElse(OptionalLong.empty());
    }

    @Override
    public long processCpuNanos() {
        long[] time = new long[2];
        try {
            Calls.once(
                    "clock_gettime",
                    "the process clock",
                    () -> libC.clock_gettime(Flags.CLOCK_PROCESS_CPUTIME_ID, time));
        } catch (OsException e) {
            throw new UncheckedIOException(e);
        }
        return time[0] * NANOS_PER_SECOND + time[1];
    }

    @Override
    public long processId() {
        return ProcessHandle.current().pid();
    }

    @Override
    public long threadId() {
        try {
            return libC.gettid();
        } catch (UnsatisfiedLinkError older) {
            // glibc has it from 2.30 on; no thread has this number, so nothing is told of any.
            return 0;
        }
    }

    @Override
    public Optional<String> waitChannel(long threadId) {
        return KernelText.read("/proc/self/task/" + threadId + "/wchan")
                .map(String::strip)
                .filter(channel -> !channel.isEmpty() && !channel.equals("0"));
    }

    @Override
    public Optional<ProcessorTimes> processorTimes(long threadId) {
        return Schedstat.of(threadId);
    }

    @Override
    public OptionalLong collectorThreadId() {
        return CollectorThread.ID;
    }
}
