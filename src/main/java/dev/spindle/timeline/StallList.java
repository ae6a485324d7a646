package dev.spindle.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * The stalls as they are told: the latest ones, of which those that follow each other closely are
 * shown as one; those that were not handed over yet; and the longest. One owner.
 */
final class StallList {
    private static final int KEPT = 200;

    private final long originNanos;
    private final List<BookedStall> kept = new ArrayList<>();
    private final List<Stall> fresh = new ArrayList<>();
    private long longestNanos;
    private Side longestSide = Side.SELF;
    private long longestStartNanos;

    /**
     * @param originNanos the start of the rip, on the clock of the ledgers
     */
    StallList(long originNanos) {
        this.originNanos = originNanos;
        this.longestStartNanos = originNanos;
    }

    void add(BookedStall booked) {
        if (booked.nanos() > longestNanos) {
            longestNanos = booked.nanos();
            longestSide = booked.side();
            longestStartNanos = booked.startNanos();
        }
        fresh.add(booked.told(originNanos));
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

    /** The latest ones, oldest first. */
    List<Stall> latest() {
        return kept.stream().map(stall -> stall.told(originNanos)).toList();
    }

    /** Hands over, once, those that were added since the last call. */
    List<Stall> takeFresh() {
        var taken = List.copyOf(fresh);
        fresh.clear();
        return taken;
    }

    /**
     * The longest one: its length, side and start; zero length where there was none. Those that are
     * shown as one count one by one here, for there was progress between them.
     */
    Stall longest() {
        double startSeconds = (longestStartNanos - originNanos) / 1e9;
        return new Stall("", startSeconds, longestNanos / 1e9, longestSide, "");
    }
}
