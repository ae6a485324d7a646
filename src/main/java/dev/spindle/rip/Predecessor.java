package dev.spindle.rip;

import java.util.function.IntSupplier;

/**
 * An earlier rip to the same destination, in whose place a staged one goes on.
 *
 * @param stuckCalls how many of its calls to the destination have not returned: until then they may
 *     hold its file, and the program can't end
 * @param existed whether there was one; then the move waits for the destination as long as it takes
 */
record Predecessor(IntSupplier stuckCalls, boolean existed) {
    static final Predecessor NONE = new Predecessor(() -> 0, false);

    boolean isInTheWay() {
        return stuckCalls.getAsInt() > 0;
    }
}
