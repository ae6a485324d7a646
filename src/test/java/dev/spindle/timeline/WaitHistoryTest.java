package dev.spindle.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

@Tag("unit")
class WaitHistoryTest {
    private final WaitHistory history = new WaitHistory();

    @Test
    void beginsEmpty() {
        assertThat(history.points()).isEmpty();
    }

    @Test
    void keepsEachOfAFewWaits() {
        history.add(1, 0.2);
        history.add(2, 0.1);
        assertThat(history.points())
                .containsExactly(
                        new WaitPoint(1, 0.2, 0.2, 0.2, 0.2), new WaitPoint(2, 0.1, 0.1, 0.1, 0.2));
    }

    @Test
    void percentilesAreThoseOfTheNearestRank() {
        for (int i = 1; i <= 20; i++) {
            history.add(i, i);
        }
        var last = history.points().getLast();
        assertThat(last.p50Seconds()).isEqualTo(10);
        assertThat(last.p95Seconds()).isEqualTo(19);
    }

    @Test
    void percentilesForgetWhatIsLongPast() {
        history.add(0, 1000);
        for (int i = 1; i <= WaitHistory.WINDOW; i++) {
            history.add(i, 1);
        }
        assertThat(history.points().getLast().p95Seconds()).isEqualTo(1);
        assertThat(history.points().getFirst().highSeconds()).isEqualTo(1000);
    }

    @Test
    void pointsGrowTogetherWhereThereAreTooMany() {
        for (int i = 0; i < WaitHistory.MOST_POINTS; i++) {
            history.add(i, i % 2 == 0 ? 5 : 1);
        }
        assertThat(history.points()).hasSize(WaitHistory.MOST_POINTS / 2);
        assertThat(history.points())
                .allMatch(p -> p.lowSeconds() == 1 && p.highSeconds() == 5)
                .element(0)
                .extracting(WaitPoint::seconds)
                .isEqualTo(1.0);
        history.add(600, 9);
        assertThat(history.points().getLast().highSeconds()).isEqualTo(9);
        history.add(601, 7);
        assertThat(history.points()).hasSize(WaitHistory.MOST_POINTS / 2 + 1);
        assertThat(history.points().getLast())
                .matches(p -> p.seconds() == 601 && p.lowSeconds() == 7 && p.highSeconds() == 9);
    }

    @Test
    void neverLosesTheLongestOrTheShortestOfAnyPart() {
        long seed = System.nanoTime();
        var random = new SplittableRandom(seed);
        int count = random.nextInt(1, 20_000);
        var waits = new ArrayList<Double>();
        for (int i = 0; i < count; i++) {
            waits.add(Math.pow(10, random.nextDouble(-4, 2)));
            history.add(i, waits.getLast());
        }
        var points = history.points();
        String what = "seed " + seed + ", " + count + " waits";
        assertThat(points).as(what).hasSizeLessThanOrEqualTo(WaitHistory.MOST_POINTS);
        int from = 0;
        for (WaitPoint point : points) {
            List<Double> part = waits.subList(from, (int) point.seconds() + 1);
            double[] sorted = part.stream().mapToDouble(w -> w).sorted().toArray();
            assertThat(point.lowSeconds()).as(what).isEqualTo(sorted[0]);
            assertThat(point.highSeconds()).as(what).isEqualTo(sorted[sorted.length - 1]);
            assertThat(point.p50Seconds()).as(what).isLessThanOrEqualTo(point.p95Seconds());
            from = (int) point.seconds() + 1;
        }
        assertThat(from).as(what).isEqualTo(count);
        var latest = waits.subList(Math.max(0, count - WaitHistory.WINDOW), count);
        double[] sorted = latest.stream().mapToDouble(w -> w).sorted().toArray();
        long notAbove =
                Arrays.stream(sorted).filter(w -> w <= points.getLast().p95Seconds()).count();
        assertThat(notAbove / (double) sorted.length).as(what).isGreaterThanOrEqualTo(0.95);
    }
}
