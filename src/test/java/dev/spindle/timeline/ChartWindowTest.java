package dev.spindle.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.run.Activity;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;

/** The charts close up. */
@Tag("unit")
final class ChartWindowTest {
    private static Sample sample(double seconds, long bytes) {
        return new Sample(
                seconds,
                bytes,
                bytes,
                bytes,
                0,
                0,
                32,
                0,
                0,
                Activity.READING,
                Activity.WRITING,
                Activity.IDLE,
                Health.HEALTHY);
    }

    @ParameterizedTest
    @ValueSource(doubles = {ChartWindows.MINUTE_SECONDS, ChartWindows.TEN_MINUTES_SECONDS})
    void holdsTheLatestTimeInAtMost600Points(double length) {
        for (long seed = 1; seed <= 5; seed++) {
            var random = new Random(seed);
            var window = new ChartWindow(length);
            double seconds = 0;
            for (int i = 0; i < 20_000; i++) {
                window.add(sample(seconds, i * 1000L));
                seconds += 0.05 + random.nextDouble() / 10;
                if (i % 500 == 499) {
                    var points = window.points();
                    assertThat(points).as("seed %d", seed).hasSizeLessThanOrEqualTo(600);
                    assertThat(points.getLast().seconds() - points.getFirst().seconds())
                            .as("seed %d", seed)
                            .isLessThanOrEqualTo(length + 1);
                }
            }
            var points = window.points();
            assertThat(points.getLast().seconds() - points.getFirst().seconds())
                    .as("seed %d", seed)
                    .isGreaterThan(length / 2);
        }
    }

    @Test
    void aWindowIsFinerThanTheWhole() {
        var window = new ChartWindow(ChartWindows.MINUTE_SECONDS);
        var whole = new ChartHistory();
        for (int i = 0; i < 36_000; i++) {
            window.add(sample(i / 10.0, i * 1000L));
            whole.add(sample(i / 10.0, i * 1000L));
        }
        assertThat(window.points()).hasSizeGreaterThan(500);
        assertThat(whole.points().stream().filter(p -> p.seconds() > 3540).count()).isLessThan(20);
    }

    @Test
    void waitsOfOneIntervalBecomeOnePoint() {
        var window = new WaitWindow(60);
        var history = new WaitHistory(List.of(window));
        history.add(1.01, 0.3);
        history.add(1.05, 0.1);
        history.add(1.15, 0.2);
        assertThat(window.points())
                .containsExactly(
                        new WaitPoint(1.05, 0.1, 0.3, 0.1, 0.3),
                        new WaitPoint(1.15, 0.2, 0.2, 0.2, 0.3));
        history.add(62, 1);
        assertThat(window.points()).hasSize(1);
        assertThat(history.points()).hasSize(4);
    }

    @Test
    void neverMoreThan600Waits() {
        var window = new WaitWindow(60);
        var history = new WaitHistory(List.of(window));
        for (int i = 0; i < 100_000; i++) {
            history.add(i / 100.0, 0.01);
        }
        assertThat(window.points()).hasSizeBetween(500, 600);
    }
}
