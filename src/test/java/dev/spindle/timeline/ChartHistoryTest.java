package dev.spindle.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spindle.run.Activity;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Random;

/** The charts of a rip, short or long. */
@Tag("unit")
final class ChartHistoryTest {
    private final ChartHistory history = new ChartHistory();

    private static Sample sample(double seconds, long readBytes, long unconfirmedBytes) {
        return new Sample(
                seconds,
                readBytes,
                readBytes,
                readBytes,
                0,
                unconfirmedBytes,
                32,
                0,
                0,
                Activity.READING,
                Activity.WRITING,
                Activity.IDLE,
                Health.HEALTHY);
    }

    @Test
    void keepsAtMost600PointsInOrderOverTenHours() {
        for (long seed = 0; seed < 5; seed++) {
            var random = new Random(seed);
            var longRun = new ChartHistory();
            double seconds = 0;
            long bytes = 0;
            for (int i = 0; i < 360_000; i++) {
                longRun.add(sample(seconds, bytes, random.nextInt(1000)));
                seconds += 0.05 + random.nextDouble() / 10;
                bytes += random.nextInt(2_000_000);
                if (i % 997 == 0) {
                    checkOrder(longRun, seed);
                }
            }
            checkOrder(longRun, seed);
            assertThat(longRun.points()).as("seed %d", seed).hasSizeGreaterThan(290);
        }
    }

    private static void checkOrder(ChartHistory history, long seed) {
        var points = history.points();
        assertThat(points).as("seed %d", seed).hasSizeLessThanOrEqualTo(ChartHistory.MOST_POINTS);
        for (int i = 1; i < points.size(); i++) {
            assertThat(points.get(i).seconds())
                    .as("seed %d", seed)
                    .isGreaterThan(points.get(i - 1).seconds());
        }
    }

    @Test
    void keepsTheLowestRateAndTheHighestBacklogHoweverOftenItHalves() {
        long bytes = 0;
        for (int i = 0; i <= 36_000; i++) {
            history.add(sample(i / 10.0, bytes, i == 7_000 ? 123_456 : 10));
            bytes += i == 20_000 ? 0 : 1_000;
        }
        assertThat(history.points()).extracting(ChartPoint::unconfirmedBytes).contains(123_456L);
        assertThat(history.points())
                .filteredOn(point -> point.readRateLow() == 0)
                .singleElement()
                .matches(point -> point.seconds() >= 2000.1 && point.readRate() > 9_000);
    }

    @Test
    void meansStayExactOverHalving() {
        long bytes = 0;
        for (int i = 0; i <= 36_000; i++) {
            history.add(sample(i / 10.0, bytes, 0));
            bytes += 1 + i % 1000;
        }
        double start = 0;
        double sum = 0;
        for (var point : history.points()) {
            sum += point.readRate() * (point.seconds() - start);
            start = point.seconds();
        }
        long all = bytes - (1 + 36_000 % 1000);
        assertThat(start).isCloseTo(3600, within(1e-9));
        assertThat(sum).isCloseTo((double) all, within(1.0));
    }

    @Test
    void showsAlsoTheLastMoments() {
        history.add(sample(0, 0, 5));
        assertThat(history.points()).isEmpty();
        history.add(sample(0.1, 100, 7));
        assertThat(history.points())
                .containsExactly(new ChartPoint(0.1, 1000, 1000, 1000, 1000, 32, 7));
        history.add(sample(0.2, 200, 6));
        assertThat(history.points())
                .containsExactly(new ChartPoint(0.2, 1000, 1000, 1000, 1000, 32, 7));
        history.add(sample(0.3, 250, 0));
        assertThat(history.points())
                .hasSize(2)
                .last()
                .returns(0.3, ChartPoint::seconds)
                .returns(6L, ChartPoint::unconfirmedBytes);
    }

    @Test
    void twoSamplesOfOneMomentAreNoStandstill() {
        history.add(sample(0, 0, 0));
        history.add(sample(0.1, 100, 0));
        history.add(sample(0.1, 100, 9));
        history.add(sample(0.2, 200, 0));
        assertThat(history.points())
                .singleElement()
                .returns(9L, ChartPoint::unconfirmedBytes)
                .matches(point -> point.readRateLow() > 999);
    }
}
