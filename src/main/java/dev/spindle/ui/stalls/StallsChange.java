package dev.spindle.ui.stalls;

import dev.spindle.timeline.Stall;

import java.util.List;

/**
 * From one list of stalls to the next, which both begin with the oldest: a snapshot drops old ones,
 * adds new ones, and lengthens the last.
 *
 * @param gone how many of the oldest are there no more
 * @param replaced how many of the newest are another now
 * @param come what stands in their place, and what is new, oldest first
 */
record StallsChange(int gone, int replaced, List<Stall> come) {
    static StallsChange of(List<Stall> before, List<Stall> now) {
        int gone = now.isEmpty() ? before.size() : before.indexOf(now.getFirst());
        if (gone < 0) {
            return new StallsChange(0, before.size(), now);
        }
        int most = Math.min(before.size() - gone, now.size());
        int same = 0;
        while (same < most && before.get(gone + same).equals(now.get(same))) {
            same++;
        }
        return new StallsChange(gone, before.size() - gone - same, now.subList(same, now.size()));
    }

    /** Where a row of the list, newest first, is after the change; -1 where it has gone. */
    int placeOf(int row, int rows) {
        if (row < 0 || row >= rows - gone) {
            return -1;
        }
        // Those that are another now stand for each other, from the oldest of them on.
        return Math.max(-1, row - replaced + come.size());
    }
}
