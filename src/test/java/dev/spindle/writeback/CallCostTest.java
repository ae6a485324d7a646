package dev.spindle.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Random;

/** What a call costs by itself, and what follows from that. */
@Tag("unit")
final class CallCostTest {
    private static final int MOST = 8;
    private static final long MILLI = 1_000_000;

    private final CallCost cost = new CallCost();

    private void calls(int times, int callMillis, int bufferMillis, int... counts) {
        for (int i = 0; i < times; i++) {
            int count = counts[i % counts.length];
            cost.took(count, (callMillis + (long) bufferMillis * count) * MILLI);
        }
    }

    @Test
    void nothingIsKnownAtFirst() {
        assertThat(cost.worth(MOST)).isEqualTo(1);
    }

    @Test
    void callsThatCostNothingByThemselvesMayBeShort() {
        calls(20, 0, 33, 1, 2, 4);
        assertThat(cost.worth(MOST)).isEqualTo(1);
    }

    @Test
    void thatALargeCallSavesNothingIsKnownByCallsThatVary() {
        calls(20, 0, 33, 8);
        assertThat(cost.isAllInTheBuffers()).isFalse();
        calls(20, 0, 33, 4, 8);
        assertThat(cost.isAllInTheBuffers()).isTrue();
        calls(20, 130, 20, 1, 2);
        assertThat(cost.isAllInTheBuffers()).isFalse();
    }

    @Test
    void thoseThatWaitForTheirTurnBringAllTheyCan() {
        calls(20, 130, 20, 1, 2);
        assertThat(cost.worth(MOST)).isEqualTo(MOST);
    }

    @Test
    void betweenThemTheyBringWhatTakesTwiceTheirOwnTime() {
        calls(20, 40, 20, 1, 2, 3);
        assertThat(cost.worth(MOST)).isEqualTo(4);
    }

    /** Where all bring alike much nothing can be told; what was known stays. */
    @Test
    void whatDoesNotVaryTeachesNothing() {
        calls(20, 130, 20, 8);
        assertThat(cost.worth(MOST)).isEqualTo(1);
        calls(20, 130, 20, 1, 2);
        calls(50, 130, 20, 8);
        assertThat(cost.worth(MOST)).isEqualTo(MOST);
    }

    @Test
    void aNeighbourThatIsGoneIsForgotten() {
        calls(20, 130, 20, 1, 2);
        calls(60, 0, 20, 4, 5, 6);
        assertThat(cost.worth(MOST)).isEqualTo(1);
    }

    @Test
    void whatIsTakenInATimeIsWithoutTheTurn() {
        assertThat(cost.takenIn(400 * MILLI)).isInfinite();
        calls(20, 1300, 40, 1, 2);
        assertThat(cost.takenIn(400 * MILLI)).isCloseTo(10, within(0.1));
    }

    @Test
    void oddTimesDoNotMisleadIt() {
        for (long seed = 1; seed <= 50; seed++) {
            var random = new Random(seed);
            var noisy = new CallCost();
            for (int i = 0; i < 100; i++) {
                int count = 1 + random.nextInt(4);
                double odd = 0.8 + 0.4 * random.nextDouble();
                noisy.took(count, (long) ((130 + 20 * count) * odd * MILLI));
            }
            assertThat(noisy.worth(MOST)).as("seed %d", seed).isGreaterThan(3);
        }
    }
}
