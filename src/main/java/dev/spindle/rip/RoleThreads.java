package dev.spindle.rip;

import dev.spindle.os.SystemFacts;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

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

    /** Empty where the role's thread runs, or the kernel does not tell. Never blocks. */
    Optional<String> waitChannel(String role) {
        return Optional.ofNullable(gate.read(() -> threadIds.get(role)))
                .flatMap(facts::waitChannel);
    }
}
