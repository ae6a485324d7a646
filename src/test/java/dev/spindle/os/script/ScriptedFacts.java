package dev.spindle.os.script;

import dev.spindle.os.MemoryLimits;
import dev.spindle.os.ProcessorTimes;
import dev.spindle.os.SystemFacts;

import java.util.Optional;
import java.util.OptionalLong;

/** A machine of this size, of whose threads nothing is told; tests tell more. */
public class ScriptedFacts implements SystemFacts {
    private final MemoryLimits memoryLimits;

    /** With what the port tells of its size. */
    public ScriptedFacts(long memoryLimitBytes, OptionalLong dirtyLimitBytes) {
        this.memoryLimits = new MemoryLimits(memoryLimitBytes, dirtyLimitBytes);
    }

    /** One GiB of memory, of which nothing is reserved for dirty pages. */
    protected ScriptedFacts() {
        this(1L << 30, OptionalLong.of(1L << 30));
    }

    /** One GiB of memory, of which nothing is reserved for dirty pages. */
    public static ScriptedFacts ofOneGiB() {
        return new ScriptedFacts();
    }

    @Override
    public MemoryLimits memoryLimits() {
        return memoryLimits;
    }

    @Override
    public long processCpuNanos() {
        return 0;
    }

    @Override
    public long processId() {
        return 4711;
    }

    @Override
    public long threadId() {
        return 1;
    }

    @Override
    public Optional<String> waitChannel(long threadId) {
        return Optional.empty();
    }

    @Override
    public Optional<ProcessorTimes> processorTimes(long threadId) {
        return Optional.empty();
    }

    @Override
    public OptionalLong collectorThreadId() {
        return OptionalLong.empty();
    }
}
