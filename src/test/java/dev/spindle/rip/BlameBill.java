package dev.spindle.rip;

import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The stalls that a rip told of, laid out by the millisecond: each is billed once, where nobody ran
 * to the program, else to the side at the root of the chain. Independent of the program's own book.
 */
final class BlameBill {
    private static final List<Side> ROOT_FIRST =
            List.of(Side.USER, Side.STORAGE, Side.DRIVE, Side.SELF);
    private static final int GAP = -1;
    private static final int NOTHING = Integer.MAX_VALUE;

    private final int[] rank;

    private BlameBill(int millis) {
        rank = new int[millis];
        Arrays.fill(rank, NOTHING);
    }

    static BlameBill of(Rip rip) {
        var stalls = new ArrayList<Stall>();
        for (RipEvent event : rip.takeEvents()) {
            if (event instanceof RipEvent.StallEnded(var stall)) {
                stalls.add(stall);
            }
        }
        double end =
                stalls.stream()
                        .map(stall -> stall.startSeconds() + stall.cost())
                        .max(Comparator.naturalOrder())
                        .orElse(0.0);
        var bill = new BlameBill((int) Math.ceil(1000 * end) + 1);
        stalls.forEach(bill::add);
        return bill;
    }

    private void add(Stall stall) {
        int own = stall.thread().equals("all") ? GAP : ROOT_FIRST.indexOf(stall.side());
        int end = (int) Math.round(1000 * (stall.startSeconds() + stall.cost()));
        for (int ms = (int) Math.round(1000 * stall.startSeconds()); ms < end; ms++) {
            rank[ms] = Math.min(rank[ms], own);
        }
    }

    int millis() {
        return rank.length;
    }

    /** Who is billed for it; empty where nothing stalled. */
    Optional<Side> at(int ms) {
        return switch (rank[ms]) {
            case NOTHING -> Optional.empty();
            case GAP -> Optional.of(Side.SELF);
            default -> Optional.of(ROOT_FIRST.get(rank[ms]));
        };
    }

    double totalSeconds() {
        return Arrays.stream(rank).filter(ms -> ms != NOTHING).count() / 1000.0;
    }
}
