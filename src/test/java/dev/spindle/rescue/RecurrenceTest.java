package dev.spindle.rescue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Damage at equal distances is expected, any other is not. */
@Tag("unit")
final class RecurrenceTest {
    private static final int TURN = 398;

    private static Recurrence after(long... places) {
        var recurrence = new Recurrence();
        for (long place : places) {
            recurrence.noteBad(place);
            recurrence.noteBad(place + 1);
        }
        return recurrence;
    }

    @Test
    void passesByTheNextTurnAfterThreeEqualDistances() {
        assertThat(after(1000, 1398, 1796).past(2190)).isEqualTo(2190);
        var known = after(1000, 1398, 1796, 2194);
        assertThat(known.limit(2200)).isEqualTo(2588);
        assertThat(known.past(2587)).isEqualTo(2587);
        assertThat(known.past(2588)).isEqualTo(2604);
        assertThat(known.past(2986)).as("and the one behind it").isEqualTo(3002);
    }

    @Test
    void unequalDistancesAreNoRule() {
        assertThat(after(1000, 1398, 1796, 2210).limit(2211)).isEqualTo(Long.MAX_VALUE);
        assertThat(after(1000, 1010, 1020, 1030).limit(1040)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void learnsTheDistanceBetterAsItGoes() {
        var recurrence = after(1000, 1398, 1797, 2195);
        recurrence.noteBad(2594);
        recurrence.noteBad(2992);
        assertThat(recurrence.limit(3000)).isEqualTo(1000 + Math.round(6 * 1992 / 5.0) - 4);
    }

    @Test
    void readsOneTurnInEightAndForgetsARuleThatNoLongerHolds() {
        var recurrence = after(0, TURN, 2 * TURN, 3 * TURN);
        List<Integer> read = new ArrayList<>();
        for (int turn = 4; turn < 30; turn++) {
            if (recurrence.past(turn * (long) TURN) == turn * (long) TURN) {
                read.add(turn);
            }
        }
        assertThat(read.getFirst()).isEqualTo(8);
        assertThat(read).as("the 8th was good: no rule from there on").hasSize(22);
    }

    @Test
    void passesByLittleOfWhatIsScattered() {
        for (int seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            var recurrence = new Recurrence();
            int passedBy = 0;
            long lba = 0;
            while (lba < 30_000) {
                long past = recurrence.past(lba);
                passedBy += (int) (past - lba);
                lba = past + 1;
                if (random.nextInt(150) == 0) {
                    recurrence.noteBad(lba);
                }
            }
            assertThat(passedBy).as("seed %d", seed).isLessThan(600);
        }
    }
}
