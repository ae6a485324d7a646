package dev.spindle.timeline;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Moments in which the program did not run, too short to be told by themselves, and such in which
 * one of its threads was ready and others had the processors. One owner.
 */
final class HeldUp {
    /**
     * Moments that follow each other don't make up a longer stall: a program that is late each time
     * has run in between, and whoever waited all the while has waited for something else.
     */
    private static final long MOST_OF_MOMENTS_NANOS = 1_000_000_000;

    /** Stalls are booked when they end, most within a tenth of a second. */
    private static final long KEPT_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final TimeSpans moments = new TimeSpans();

    /** Those of them of which more is known, by their cause. */
    private final Map<String, TimeSpans> byCause =
            Map.of(
                    StallBook.COLLECTING, new TimeSpans(),
                    StallBook.NO_PROCESSOR, new TimeSpans());

    private final Map<String, TimeSpans> starvedByRole = new HashMap<>();

    /** The whole program. */
    void moment(long startNanos, long endNanos, String cause) {
        addLately(moments, startNanos, endNanos);
        var alike = byCause.get(cause);
        if (alike != null) {
            addLately(alike, startNanos, endNanos);
        }
    }

    /** One thread. */
    void starved(String role, long startNanos, long endNanos) {
        addLately(starvedByRole.computeIfAbsent(role, _ -> new TimeSpans()), startNanos, endNanos);
    }

    private static void addLately(TimeSpans spans, long startNanos, long endNanos) {
        spans.forgetBefore(endNanos - KEPT_NANOS);
        spans.add(startNanos, endNanos);
    }

    /** Whether all but a bit of a stall lies in moments of the whole program. */
    boolean explains(long startNanos, long endNanos) {
        return endNanos - startNanos <= MOST_OF_MOMENTS_NANOS
                && moments.outside(startNanos, endNanos).nanos() < StallBook.STALL_NANOS;
    }

    /** What of these spans lies in no moment of the whole program. */
    TimeSpans outside(TimeSpans spans) {
        return spans.minus(moments);
    }

    /** What explains more than half of it. */
    String cause(long startNanos, long endNanos) {
        return cause(TimeSpans.of(startNanos, endNanos));
    }

    /** The same of several spans together. */
    String cause(TimeSpans spans) {
        long half = spans.nanos() / 2;
        return byCause.entrySet().stream()
                .filter(known -> spans.minus(known.getValue()).nanos() < half)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(StallBook.HELD_UP);
    }

    /** When the thread of a role was not let run. */
    TimeSpans starved(String role) {
        return starvedByRole.getOrDefault(role, new TimeSpans());
    }

    /** How long the program, or this role's thread, had last been held up. */
    long nanosOfLast(String role, long fromNanos, long untilNanos) {
        return Math.max(
                moments.nanosOfLast(fromNanos, untilNanos),
                starved(role).nanosOfLast(fromNanos, untilNanos));
    }
}
