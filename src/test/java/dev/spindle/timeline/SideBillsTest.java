package dev.spindle.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;

/** Each moment has one side that pays for it. */
@Tag("unit")
final class SideBillsTest {
    private static final long MILLI = 1_000_000;
    private static final int MILLIS = 2000;
    private static final Side[] ORDER = {Side.USER, Side.STORAGE, Side.DRIVE, Side.SELF};

    private final SideBills bills = new SideBills();

    private void bill(Side side, long startMillis, long endMillis) {
        bills.bill(side, startMillis * MILLI, endMillis * MILLI);
    }

    private void billShort(Side side, long startMillis, long endMillis) {
        bills.billShort(side, TimeSpans.of(startMillis * MILLI, endMillis * MILLI));
    }

    private double seconds(Side side) {
        return bills.seconds().getOrDefault(side, -1.0);
    }

    @Test
    void whoKeptTheOtherWaitingPays() {
        bill(Side.DRIVE, 0, 300);
        bill(Side.STORAGE, 100, 200);
        bill(Side.USER, 150, 250);
        assertThat(seconds(Side.USER)).isEqualTo(0.1);
        assertThat(seconds(Side.STORAGE)).isEqualTo(0.05);
        assertThat(seconds(Side.DRIVE)).isEqualTo(0.15);
        assertThat(seconds(Side.SELF)).isZero();
    }

    @Test
    void inAGapItIsTheProgramAlone() {
        bill(Side.USER, 0, 100);
        bill(Side.STORAGE, 100, 300);
        bills.gap(50 * MILLI, 250 * MILLI);
        assertThat(seconds(Side.USER)).isEqualTo(0.05);
        assertThat(seconds(Side.STORAGE)).isEqualTo(0.05);
        assertThat(seconds(Side.SELF)).isEqualTo(0.2);
    }

    @Test
    void shortWaitsOfTheLastMinuteGiveWayToWhatIsBilledLater() {
        billShort(Side.DRIVE, 0, 100);
        bill(Side.STORAGE, 50, 100);
        assertThat(seconds(Side.DRIVE)).isEqualTo(0.05);
        assertThat(seconds(Side.STORAGE)).isEqualTo(0.05);
    }

    /** Those that are older are a sum: whoever stood behind them loses what they have taken. */
    @Test
    void anOldShortWaitIsBilledOnceToo() {
        bill(Side.DRIVE, 50, 150);
        billShort(Side.STORAGE, 0, 100);
        billShort(Side.STORAGE, 200_000, 200_060);
        assertThat(seconds(Side.STORAGE)).isCloseTo(0.16, within(1e-9));
        assertThat(seconds(Side.DRIVE)).isCloseTo(0.05, within(1e-9));
    }

    /** Against a bill that asks of each millisecond who had it; some of it in gaps. */
    @Test
    void agreesWithABillOfSingleMilliseconds() {
        for (long seed = 1; seed <= 50; seed++) {
            var random = new Random(seed);
            var drawn = new SideBills();
            var holder = new int[MILLIS];
            Arrays.fill(holder, ORDER.length);
            for (int i = 0; i < 20; i++) {
                int rank = random.nextInt(ORDER.length + 1) - 1;
                int start = random.nextInt(MILLIS);
                int end = Math.min(MILLIS, start + 1 + random.nextInt(300));
                draw(drawn, rank, random.nextBoolean(), TimeSpans.of(start * MILLI, end * MILLI));
                for (int at = start; at < end; at++) {
                    holder[at] = Math.min(holder[at], rank);
                }
            }
            for (int rank = 0; rank < ORDER.length; rank++) {
                assertThat(drawn.seconds().get(ORDER[rank]))
                        .as("seed %d, %s", seed, ORDER[rank])
                        .isCloseTo(millis(holder, rank) / 1e3, within(1e-6));
            }
        }
    }

    /** Below the first one it is a gap. */
    private static void draw(SideBills drawn, int rank, boolean isShort, TimeSpans span) {
        if (rank < 0) {
            drawn.gap(span.startNanos(), span.endNanos());
        } else if (isShort) {
            drawn.billShort(ORDER[rank], span);
        } else {
            drawn.bill(ORDER[rank], span.startNanos(), span.endNanos());
        }
    }

    private static long millis(int[] holder, int rank) {
        return Arrays.stream(holder)
                .filter(at -> at == rank || (at < 0 && ORDER[rank] == Side.SELF))
                .count();
    }
}
