package dev.spindle.rip;

import dev.spindle.os.SystemFacts;
import dev.spindle.timeline.StallBook;

import java.util.OptionalLong;

/**
 * Tells why the program did not run: it collected garbage; or its thread was ready meanwhile, and
 * others had the processors; else it was stopped, or the whole machine was. One owner, the
 * conductor, of whose thread it speaks.
 */
final class ProcessorWait {
    private final SystemFacts facts;
    private final Growth waiting = new Growth();
    private final Growth collecting = new Growth();

    /** By how much a figure of the kernel has grown. */
    private static final class Growth {
        private OptionalLong before = OptionalLong.empty();

        /** Since the last time; 0 where one of both is not known. */
        long to(OptionalLong now) {
            boolean isKnown = now.isPresent() && before.isPresent();
            long nanos = isKnown ? now.getAsLong() - before.getAsLong() : 0;
            before = now;
            return nanos;
        }
    }

    ProcessorWait(SystemFacts facts) {
        this.facts = facts;
    }

    /**
     * Looks, at each tick.
     *
     * @param lateNanos how long the program did not run since the last look
     * @return the cause of that: what explains half of it
     */
    String causeSinceLastLook(long lateNanos) {
        long waitedNanos = waiting.to(facts.processorWaitNanos(facts.threadId()));
        long collectedNanos = collecting.to(facts.collectionNanos());
        if (collectedNanos >= lateNanos / 2) {
            return StallBook.COLLECTING;
        }
        return waitedNanos >= lateNanos / 2 ? StallBook.NO_PROCESSOR : StallBook.NOT_RUNNING;
    }
}
