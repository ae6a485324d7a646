package dev.spindle.rip.stream;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What was written and is perhaps not confirmed, oldest first, so that a lost write can be repeated
 * without the drive. One owner, the ring.
 */
final class KeptSlots {
    /** Two readers may take turns, each at a place of its own. */
    private static final int LATEST = 3;

    private final int most;
    private final SlotPool pool;
    private final Deque<Slot> kept = new ArrayDeque<>();

    /**
     * @param most buffers
     * @param pool where those go that need not be kept any more
     */
    KeptSlots(int most, SlotPool pool) {
        this.most = most;
        this.pool = pool;
    }

    /** Was written. Holes that were filled are not kept. */
    void keep(Slot slot) {
        // Written again a fill could hide what was read there meanwhile; it is soon made anew.
        if (slot.isFill() || isAppended(slot)) {
            pool.giveBack(slot);
            return;
        }
        kept.addLast(slot);
        while (kept.size() > most) {
            pool.giveBack(kept.removeFirst());
        }
    }

    private boolean isAppended(Slot slot) {
        var latest = kept.descendingIterator();
        for (int i = 0; i < LATEST && latest.hasNext(); i++) {
            if (latest.next().append(slot)) {
                return true;
            }
        }
        return false;
    }

    /** The oldest ones that have reached the device. */
    void forget(Predicate<ByteRange> isConfirmed) {
        while (!kept.isEmpty() && isConfirmed.test(kept.getFirst().range())) {
            pool.giveBack(kept.removeFirst());
        }
    }

    /** What is still here of this, taken out: whole buffers first, then parts of others. */
    List<Slot> take(RangeSet lost) {
        var taken =
                new ArrayList<>(kept.stream().filter(s -> lost.containsAll(s.range())).toList());
        var parts = kept.stream().flatMap(slot -> partsOf(slot, lost)).toList();
        kept.removeAll(taken);
        taken.addAll(parts);
        return taken;
    }

    /** Of a buffer that was put together of several: what of it is lost, each in one of its own. */
    private Stream<Slot> partsOf(Slot slot, RangeSet lost) {
        if (lost.containsAll(slot.range())) {
            return Stream.empty();
        }
        return lost.intersection(slot.range()).ranges().stream()
                .map(range -> {
                    Slot part = pool.take();
                    part.holdPart(slot, range);
                    return part;
                });
    }

    void clear() {
        kept.clear();
    }
}
