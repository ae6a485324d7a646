package dev.spindle.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.SplittableRandom;

@Tag("unit")
final class DurationHistogramTest {
    @Test
    void quantilesAreAtMostASixteenthTooLong() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new SplittableRandom(seed);
            var histogram = new DurationHistogram();
            var sorted = new long[1 + random.nextInt(300)];
            for (int i = 0; i < sorted.length; i++) {
                sorted[i] = random.nextLong() >>> (5 + random.nextInt(59));
                histogram.add(sorted[i]);
            }
            Arrays.sort(sorted);
            assertThat(histogram.count()).isEqualTo(sorted.length);
            assertThat(histogram.longestNanos()).isEqualTo(sorted[sorted.length - 1]);
            for (int rank = 1; rank <= sorted.length; rank++) {
                long exact = sorted[rank - 1];
                assertThat(histogram.quantileNanos((double) rank / sorted.length))
                        .as("seed %d, rank %d of %d", seed, rank, sorted.length)
                        .isBetween(exact, exact + exact / 16);
            }
        }
    }

    /** 0.07 × 100 is 7.000000000000001 in floating point. */
    @Test
    void aShareThatRoundsUpDoesNotAskForTheNextRank() {
        var histogram = new DurationHistogram();
        for (int i = 1; i <= 100; i++) {
            histogram.add(i <= 7 ? 5 : 1_000_000);
        }
        assertThat(histogram.quantileNanos(0.07)).isEqualTo(5);
    }

    @Test
    void holdsTheExtremes() {
        var histogram = new DurationHistogram();
        assertThat(histogram.quantileNanos(0.5)).isZero();
        histogram.add(-7);
        assertThat(histogram.quantileNanos(1)).isZero();
        histogram.add(Long.MAX_VALUE);
        assertThat(histogram.quantileNanos(1)).isEqualTo(Long.MAX_VALUE);
        assertThat(histogram.quantileNanos(0)).isZero();
    }

    @Test
    void aCopyIsItsOwn() {
        var histogram = new DurationHistogram();
        histogram.add(3);
        var copy = histogram.copy();
        histogram.add(9);
        assertThat(copy.count()).isEqualTo(1);
        assertThat(copy.longestNanos()).isEqualTo(3);
        assertThat(copy.quantileNanos(1)).isEqualTo(3);
    }
}
