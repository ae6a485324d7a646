package dev.spindle.timeline;

import dev.spindle.run.Activity;
import dev.spindle.run.LedgerSpan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Books stalls and bills them. Each moment is billed once, to the side at the root of the chain:
 * where the program did not run, nobody else is to blame; a drive that waits for a full ring is
 * kept waiting by the storage. One owner, the rip's conductor.
 */
public final class StallBook {
    /** From here on standing still is a stall (DESIGN 1). */
    public static final long STALL_NANOS = 50_000_000L;

    private static final int KEPT = 200;

    /** Two stalls of one thread and cause this close together are shown as one. */
    private static final long MERGE_GAP_NANOS = 100_000_000L;

    /** How a cause tells its place. */
    private static final String AT_LBA = " at LBA ";

    private static final List<Side> BILLING_ORDER =
            List.of(Side.USER, Side.STORAGE, Side.DRIVE, Side.SELF);

    private final long originNanos;
    private final TimeSpans gaps = new TimeSpans();
    private final Map<Side, TimeSpans> spansBySide = new EnumMap<>(Side.class);
    private final List<Booked> kept = new ArrayList<>();
    private final List<Stall> fresh = new ArrayList<>();
    private long longestNanos;
    private Side longestSide = Side.SELF;
    private long longestStartNanos;

    /**
     * @param place where on the disc; empty where the cause tells no place
     */
    private record Booked(
            String thread,
            long startNanos,
            long endNanos,
            Side side,
            String kind,
            Optional<Place> place) {
        static Booked of(String thread, long startNanos, long endNanos, Side side, String cause) {
            var place = Place.in(cause);
            String kind = place.isEmpty() ? cause : cause.substring(0, cause.indexOf(AT_LBA));
            return new Booked(thread, startNanos, endNanos, side, kind, place);
        }

        boolean continuesWith(Booked next) {
            return thread.equals(next.thread)
                    && side == next.side
                    && kind.equals(next.kind)
                    && place.isPresent() == next.place.isPresent()
                    && next.startNanos >= startNanos
                    && next.startNanos - endNanos <= MERGE_GAP_NANOS;
        }

        Booked with(Booked next) {
            return new Booked(
                    thread,
                    startNanos,
                    Math.max(endNanos, next.endNanos),
                    side,
                    kind,
                    place.flatMap(here -> next.place.map(here::with)));
        }

        String cause() {
            return kind + place.map(Place::text).orElse("");
        }
    }

    /** Sectors that one stall, or several in a row, were about. */
    private record Place(long lowestLba, long highestLba) {
        /** A cause may end with one. */
        static Optional<Place> in(String cause) {
            int at = cause.indexOf(AT_LBA);
            try {
                long lba = at < 0 ? -1 : Long.parseLong(cause.substring(at + AT_LBA.length()));
                return at < 0 ? Optional.empty() : Optional.of(new Place(lba, lba));
            } catch (NumberFormatException noPlace) {
                return Optional.empty();
            }
        }

        Place with(Place other) {
            return new Place(
                    Math.min(lowestLba, other.lowestLba), Math.max(highestLba, other.highestLba));
        }

        String text() {
            return lowestLba == highestLba
                    ? AT_LBA + lowestLba
                    : " between LBA " + lowestLba + " and " + highestLba;
        }
    }

    /**
     * Opens a book.
     *
     * @param originNanos the start of the rip, on the clock of the ledgers
     */
    public StallBook(long originNanos) {
        this.originNanos = originNanos;
        for (Side side : Side.values()) {
            spansBySide.put(side, new TimeSpans());
        }
    }

    /** The whole program stood still: suspended, stopped, or starved. */
    public void programGap(long startNanos, long endNanos) {
        gaps.add(startNanos, endNanos);
        keep(Booked.of("all", startNanos, endNanos, Side.SELF, "the program was not running"));
    }

    /** A role's span of 50 ms or more; spans that its work explains are passed over. */
    public void span(LedgerSpan span, boolean isFlushing) {
        switch (span.activity()) {
            case WRITING -> storage(span, "the write call was held up");
            case WAITING_FOR_FLUSHER, WAITING_FOR_BUDGET ->
                    storage(span, "waiting for a chunk to reach the device");
            case PAUSED ->
                    book(span.role(), span.startNanos(), span.endNanos(), Side.USER, "paused");
            case SYNCING -> {
                if (isFlushing) {
                    storage(span, "the final sync");
                }
            }
            case IDLE,
                    READING,
                    WAITING_FOR_RING,
                    WAITING_FOR_DATA,
                    KICKING,
                    CONFIRMING,
                    EVICTING,
                    SAVING,
                    FILING,
                    READING_BACK,
                    HASHING -> {}
        }
    }

    /** A stall that a role has found itself. */
    public void book(String role, long startNanos, long endNanos, Side side, String cause) {
        // A gap of the program splits it: each piece is judged by itself.
        gaps.outside(startNanos, endNanos)
                .forEach((start, end) -> {
                    if (end - start >= STALL_NANOS) {
                        keep(Booked.of(role, start, end, side, cause));
                        spans(side).add(start, end);
                    }
                });
    }

    /** Wall time in stalls by side, in seconds. */
    public Map<Side, Double> stalledSeconds() {
        var billed = new EnumMap<Side, Double>(Side.class);
        var taken = new TimeSpans();
        taken.addAll(gaps);
        for (Side side : BILLING_ORDER) {
            var own = spans(side).minus(taken);
            long gapNanos = side == Side.SELF ? gaps.nanos() : 0;
            billed.put(side, seconds(own.nanos() + gapNanos));
            taken.addAll(own);
        }
        return billed;
    }

    /** The latest stalls, oldest first. */
    public List<Stall> latest() {
        return kept.stream().map(this::stall).toList();
    }

    /** Hands over, once, the stalls booked since the last call. */
    public List<Stall> takeFresh() {
        var taken = List.copyOf(fresh);
        fresh.clear();
        return taken;
    }

    /**
     * The longest stall so far: its length, side and start; zero length where there was none.
     * Stalls that are shown as one count one by one here, for there was progress between them.
     */
    public Stall longest() {
        return new Stall("", seconds(longestStartNanos), seconds(longestNanos), longestSide, "");
    }

    /** Whether an activity that has lasted this long is worth telling while it lasts. */
    public static boolean isOpenStall(Activity activity, long nanos) {
        return nanos >= TimeUnit.SECONDS.toNanos(1)
                && switch (activity) {
                    case WRITING, WAITING_FOR_FLUSHER, WAITING_FOR_BUDGET, READING -> true;
                    default -> false;
                };
    }

    private void storage(LedgerSpan span, String cause) {
        book(span.role(), span.startNanos(), span.endNanos(), Side.STORAGE, cause);
    }

    private void keep(Booked booked) {
        long nanos = booked.endNanos - booked.startNanos;
        if (nanos > longestNanos) {
            longestNanos = nanos;
            longestSide = booked.side;
            longestStartNanos = booked.startNanos - originNanos;
        }
        fresh.add(stall(booked));
        for (int i = kept.size() - 1; i >= 0; i--) {
            if (kept.get(i).continuesWith(booked)) {
                kept.set(i, kept.get(i).with(booked));
                return;
            }
        }
        kept.add(booked);
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
    }

    private Stall stall(Booked booked) {
        return new Stall(
                booked.thread,
                seconds(booked.startNanos - originNanos),
                seconds(booked.endNanos - booked.startNanos),
                booked.side,
                booked.cause());
    }

    private TimeSpans spans(Side side) {
        TimeSpans spans = spansBySide.get(side);
        if (spans == null) {
            throw new IllegalStateException("no spans for " + side);
        }
        return spans;
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
