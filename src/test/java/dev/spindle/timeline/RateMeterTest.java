package dev.spindle.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rates over a window. */
@Tag("unit")
final class RateMeterTest {
    private final RateMeter meter = new RateMeter(5);

    @Test
    void knowsNothingBeforeTwoMoments() {
        assertThat(meter.bytesPerSecond()).isZero();
        meter.add(1, 100);
        meter.add(1, 200);
        assertThat(meter.bytesPerSecond()).isZero();
    }

    @Test
    void looksAtTheLastSecondsOnly() {
        for (int i = 0; i <= 100; i++) {
            meter.add(i / 10.0, 1000L * i);
        }
        assertThat(meter.bytesPerSecond()).isCloseTo(10_000, within(1e-6));
        for (int i = 101; i <= 160; i++) {
            meter.add(i / 10.0, 100_000);
        }
        assertThat(meter.bytesPerSecond()).isZero();
    }

    @Test
    void bridgesAGapLongerThanItsWindow() {
        meter.add(0, 0);
        meter.add(1, 1000);
        meter.add(101, 2000);
        assertThat(meter.bytesPerSecond()).isCloseTo(10, within(1e-6));
    }

    @Test
    void takesTheLatestValueWhereItsClockStandsStill() {
        meter.add(0, 0);
        meter.add(1, 1000);
        for (int i = 0; i < 100_000; i++) {
            meter.add(1, 1000 + i / 100);
        }
        assertThat(meter.bytesPerSecond()).isCloseTo(1999, within(1e-6));
    }

    @Test
    void isNeverNegative() {
        meter.add(0, 1000);
        meter.add(1, 0);
        assertThat(meter.bytesPerSecond()).isZero();
    }
}
