package dev.spindle.rip.stream;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Buffers that hold nothing. The one that became free last is used first, so that resident memory
 * follows the backlog. One owner, the ring.
 */
final class SlotPool {
    private final int strideBytes;
    private final Deque<Slot> free = new ArrayDeque<>();

    /**
     * @param strideBytes as {@link Slot} has it
     */
    SlotPool(int strideBytes) {
        this.strideBytes = strideBytes;
    }

    /** A new one where none is free. */
    Slot take() {
        return free.isEmpty() ? new Slot(strideBytes) : free.removeLast();
    }

    void giveBack(Slot slot) {
        free.addLast(slot);
    }

    void clear() {
        free.clear();
    }
}
