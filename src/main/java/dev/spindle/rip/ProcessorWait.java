package dev.spindle.rip;

import dev.spindle.os.ProcessorTimes;
import dev.spindle.os.SystemFacts;
import dev.spindle.timeline.StallBook;

import java.util.Optional;

/**
 * Tells why the program did not run: it collected garbage; or its thread, or the one that collects,
 * was ready meanwhile, and others had the processors; else it was stopped, or the whole machine
 * was. One owner, the conductor, of whose thread it speaks.
 */
final class ProcessorWait {
    private static final ProcessorTimes UNKNOWN = new ProcessorTimes(0, 0);

    private final SystemFacts facts;
    private final Growth own = new Growth();
    private final Growth collector = new Growth();

    /** By how much the times of a thread have grown. */
    private static final class Growth {
        private Optional<ProcessorTimes> before = Optional.empty();

        /** Since the last time; nothing where one of both is not known. */
        ProcessorTimes to(Optional<ProcessorTimes> now) {
            var grown =
                    now.flatMap(times -> before.map(earlier -> difference(times, earlier)))
                            .orElse(UNKNOWN);
            before = now;
            return grown;
        }

        private static ProcessorTimes difference(ProcessorTimes now, ProcessorTimes before) {
            return new ProcessorTimes(
                    now.ranNanos() - before.ranNanos(), now.waitedNanos() - before.waitedNanos());
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
        var waiting = own.to(facts.processorTimes(facts.threadId()));
        var collecting = collector.to(collectorTimes());
        if (collecting.ranNanos() >= lateNanos / 2) {
            return StallBook.COLLECTING;
        }
        return waiting.waitedNanos() + collecting.waitedNanos() >= lateNanos / 2
                ? StallBook.NO_PROCESSOR
                : StallBook.NOT_RUNNING;
    }

    private Optional<ProcessorTimes> collectorTimes() {
        var thread = facts.collectorThreadId();
        return thread.isPresent() ? facts.processorTimes(thread.getAsLong()) : Optional.empty();
    }
}
