package dev.spindle.rip;

import dev.spindle.os.SystemFacts;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Knows which thread has which role, and in which function of the kernel it sleeps. */
final class RoleThreads {
    private final SystemFacts facts;
    private final Gate gate;
    private final Map<String, Long> threadIds = new HashMap<>();

    RoleThreads(Concurrency concurrency, SystemFacts facts) {
        this.facts = facts;
        this.gate = concurrency.gate("role threads");
    }

    /** The calling thread has this role from now on. */
    void enter(String role) {
        long threadId = facts.threadId();
        gate.update(() -> threadIds.put(role, threadId));
    }

    /** Of the thread that asks it. */
    ProcessorWait processorWait() {
        return new ProcessorWait(facts);
    }

    /**
     * How long the calling thread has been ready so far, while others had the processors; empty
     * where the kernel does not tell. Never blocks.
     */
    OptionalLong readyNanos() {
        return readyNanos(facts.threadId());
    }

    /** The same of the role's thread. */
    OptionalLong readyNanos(String role) {
        Long threadId = gate.read(() -> threadIds.get(role));
        return threadId == null ? OptionalLong.empty() : readyNanos(threadId);
    }

    private OptionalLong readyNanos(long threadId) {
        var times = facts.processorTimes(threadId);
        return times.isPresent()
                ? OptionalLong.of(times.get().waitedNanos())
                : OptionalLong.empty();
    }

    /** Empty where the role's thread runs, or the kernel does not tell. Never blocks. */
    Optional<String> waitChannel(String role) {
        return Optional.ofNullable(gate.read(() -> threadIds.get(role)))
                .flatMap(facts::waitChannel);
    }
}
