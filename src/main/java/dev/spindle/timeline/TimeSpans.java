package dev.spindle.timeline;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Stretches of time in nanoseconds, merged where they touch. One owner. */
final class TimeSpans {
    private final NavigableMap<Long, Long> endByStart = new TreeMap<>();

    void add(long startNanos, long endNanos) {
        if (endNanos <= startNanos) {
            return;
        }
        long start = startNanos;
        long end = endNanos;
        Map.Entry<Long, Long> before = endByStart.floorEntry(start);
        if (before != null && before.getValue() >= start) {
            start = before.getKey();
        }
        var touched = endByStart.subMap(start, true, end, true);
        for (long touchedEnd : touched.values()) {
            end = Math.max(end, touchedEnd);
        }
        touched.clear();
        endByStart.put(start, end);
    }

    /** What of the stretch lies outside these. */
    TimeSpans outside(long startNanos, long endNanos) {
        var rest = new TimeSpans();
        if (endNanos <= startNanos) {
            return rest;
        }
        long at = startNanos;
        Long first = endByStart.floorKey(startNanos);
        // Only those that meet it: a long rip has many thousands of spans.
        var near = endByStart.subMap(first == null ? startNanos : first, true, endNanos, false);
        for (var span : near.entrySet()) {
            rest.add(at, span.getKey());
            at = Math.max(at, span.getValue());
        }
        rest.add(at, endNanos);
        return rest;
    }

    /** One stretch; nothing where it ends before it begins. */
    static TimeSpans of(long startNanos, long endNanos) {
        var spans = new TimeSpans();
        spans.add(startNanos, endNanos);
        return spans;
    }

    /** What of the stretch lies in these. */
    TimeSpans within(long startNanos, long endNanos) {
        return of(startNanos, endNanos).minus(outside(startNanos, endNanos));
    }

    /** What lies in these and not in the others. */
    TimeSpans minus(TimeSpans others) {
        var rest = new TimeSpans();
        endByStart.forEach(
                (start, end) -> others.outside(start, end).endByStart.forEach(rest::add));
        return rest;
    }

    void addAll(TimeSpans others) {
        others.endByStart.forEach(this::add);
    }

    /** Where the first one begins; there must be one. */
    long startNanos() {
        return endByStart.firstKey();
    }

    /** Where the last one ends; there must be one. */
    long endNanos() {
        return endByStart.lastEntry().getValue();
    }

    long nanos() {
        return endByStart.entrySet().stream().mapToLong(s -> s.getValue() - s.getKey()).sum();
    }

    /**
     * The length of the last stretch that began by a moment; 0 where it had ended before another.
     *
     * @param fromNanos it must have gone on until here at least
     * @param untilNanos it must have begun by then
     */
    long nanosOfLast(long fromNanos, long untilNanos) {
        var last = endByStart.floorEntry(untilNanos);
        return last == null || last.getValue() < fromNanos ? 0 : last.getValue() - last.getKey();
    }

    /** Drops the stretches that end before this moment. */
    void forgetBefore(long nanos) {
        endByStart.headMap(nanos, false).values().removeIf(end -> end < nanos);
    }

    /** Takes those away that end before this moment. */
    TimeSpans takeBefore(long nanos) {
        var taken = new TimeSpans();
        var early = endByStart.headMap(nanos, false);
        early.forEach((start, end) -> {
            if (end < nanos) {
                taken.add(start, end);
            }
        });
        forgetBefore(nanos);
        return taken;
    }

    void forEach(SpanConsumer consumer) {
        endByStart.forEach(consumer::accept);
    }

    /** Takes one span. */
    @FunctionalInterface
    interface SpanConsumer {
        void accept(long startNanos, long endNanos);
    }
}
