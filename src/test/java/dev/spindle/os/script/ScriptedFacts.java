package dev.spindle.os.script;

import dev.spindle.os.SystemFacts;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A machine of this size.
 *
 * @param memoryLimitBytes as the port tells it
 * @param dirtyLimitBytes likewise
 */
public record ScriptedFacts(long memoryLimitBytes, OptionalLong dirtyLimitBytes)
        implements SystemFacts {
    /** One GiB of memory, of which nothing is reserved for dirty pages. */
    public static ScriptedFacts ofOneGiB() {
        return new ScriptedFacts(1L << 30, OptionalLong.of(1L << 30));
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
    public OptionalLong processorWaitNanos(long threadId) {
        return OptionalLong.empty();
    }
}
