package dev.spindle.rip;

import dev.spindle.os.SystemFacts;
import dev.spindle.timeline.StallBook;

import java.util.OptionalLong;

/**
 * Tells why the program did not run: where its thread was ready meanwhile, others had the
 * processors; else it was stopped, or the whole machine was. One owner, the conductor, of whose
 * thread it speaks.
 */
final class ProcessorWait {
    private final SystemFacts facts;
    private OptionalLong before = OptionalLong.empty();

    ProcessorWait(SystemFacts facts) {
        this.facts = facts;
    }

    /** Looks, at each tick; returns the cause of the time since the last one. */
    String causeSinceLastLook(long sinceNanos) {
        var now = facts.processorWaitNanos(facts.threadId());
        boolean isKnown = now.isPresent() && before.isPresent();
        long waitedNanos = isKnown ? now.getAsLong() - before.getAsLong() : 0;
        before = now;
        return waitedNanos >= sinceNanos / 2 ? StallBook.NO_PROCESSOR : StallBook.NOT_RUNNING;
    }
}
