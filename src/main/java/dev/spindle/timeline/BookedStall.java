package dev.spindle.timeline;

import java.util.Optional;

/**
 * A stall as the book keeps it.
 *
 * @param waitedNanos how much of it was waited: all of it, but where it is made of short waits
 * @param kind the cause without its place
 * @param place where on the disc; empty where the cause tells no place
 * @param evidence what was seen meanwhile; of several that are shown as one, of the first
 */
record BookedStall(
        String thread,
        long startNanos,
        long endNanos,
        long waitedNanos,
        Side side,
        String kind,
        Optional<StallPlace> place,
        Optional<String> evidence) {
    /** Two stalls of one thread and cause this close together are shown as one. */
    private static final long MERGE_GAP_NANOS = 100_000_000L;

    static BookedStall of(
            String thread,
            long startNanos,
            long endNanos,
            Side side,
            String cause,
            Optional<String> evidence) {
        var place = StallPlace.in(cause);
        String kind = place.isEmpty() ? cause : StallPlace.without(cause);
        return new BookedStall(
                thread, startNanos, endNanos, endNanos - startNanos, side, kind, place, evidence);
    }

    /** The same, of which only so much was waited. */
    BookedStall waiting(long nanos) {
        return new BookedStall(thread, startNanos, endNanos, nanos, side, kind, place, evidence);
    }

    long nanos() {
        return waitedNanos;
    }

    private boolean isSparse() {
        return waitedNanos < endNanos - startNanos;
    }

    boolean continuesWith(BookedStall next) {
        return thread.equals(next.thread)
                && side == next.side
                && kind.equals(next.kind)
                && place.isPresent() == next.place.isPresent()
                && next.startNanos >= startNanos
                && next.startNanos - endNanos <= MERGE_GAP_NANOS;
    }

    BookedStall with(BookedStall next) {
        long end = Math.max(endNanos, next.endNanos);
        long waited =
                isSparse() || next.isSparse()
                        ? Math.min(waitedNanos + next.waitedNanos, end - startNanos)
                        : end - startNanos;
        return new BookedStall(
                thread,
                startNanos,
                end,
                waited,
                side,
                kind,
                place.flatMap(here -> next.place.map(here::with)),
                evidence.or(next::evidence));
    }

    /**
     * As it is told.
     *
     * @param originNanos the start of the rip
     */
    Stall told(long originNanos) {
        return new Stall(
                thread,
                (startNanos - originNanos) / 1e9,
                (endNanos - startNanos) / 1e9,
                side,
                kind + place.map(StallPlace::text).orElse(""),
                evidence,
                isSparse() ? Optional.of(waitedNanos / 1e9) : Optional.empty());
    }
}
