package dev.spindle.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.spindle.rip.RipOutcome;
import dev.spindle.ui.Examples;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class AxesTest {
    @Test
    void placesMoments() {
        var time = new TimeAxis(0, 120, 50, 600);
        assertThat(time.x(0)).isEqualTo(50);
        assertThat(time.x(60)).isEqualTo(350);
        assertThat(time.x(500)).isEqualTo(650);
        assertThat(time.ticks()).containsExactly(0, 30, 60, 90, 120);
        assertThatThrownBy(() -> new TimeAxis(0, 0, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsLabelsApartHoweverLongARipIs() {
        for (double end : new double[] {10, 61, 599, 3600, 12_345, 86_400}) {
            for (double width : new double[] {200, 500, 1100}) {
                double[] ticks = new TimeAxis(0, end, 0, width).ticks();
                assertThat(ticks.length).isPositive();
                assertThat((ticks.length - 1) * 80.0).isLessThanOrEqualTo(width);
            }
        }
    }

    @Test
    void roundsTheTopOfRatesUp() {
        assertThat(ValueAxis.decimal(0, 0, 100).max()).isEqualTo(2);
        assertThat(ValueAxis.decimal(27.4, 0, 100).max()).isEqualTo(40);
        assertThat(ValueAxis.decimal(81, 0, 100).max()).isEqualTo(100);
        assertThat(ValueAxis.decimal(100, 0, 100).max()).isEqualTo(200);
    }

    @Test
    void roundsTheTopOfChunksToAPowerOfTwo() {
        assertThat(ValueAxis.binary(0, 0, 100).max()).isEqualTo(4);
        var axis = ValueAxis.binary(64, 10, 90);
        assertThat(axis.max()).isEqualTo(64);
        assertThat(axis.y(64)).isEqualTo(10);
        assertThat(axis.y(32)).isEqualTo(55);
        assertThat(axis.y(1000)).isEqualTo(10);
    }

    @Test
    void decadesAreEquallyHigh() {
        var axis = ValueAxis.decades(1, 14_200, 10, 100);
        assertThat(axis.max()).isEqualTo(100_000);
        assertThat(axis.tick(0)).isEqualTo(1);
        assertThat(axis.tick(5)).isEqualTo(100_000);
        assertThat(axis.y(1)).isEqualTo(110);
        assertThat(axis.y(10)).isCloseTo(90, within(1e-9));
        assertThat(axis.y(0)).isEqualTo(110);
        assertThat(axis.y(1e9)).isEqualTo(10);
        assertThat(ValueAxis.decades(1, 0, 0, 100).max()).isEqualTo(100);
    }

    @Test
    void theBudgetFitsOnTheAxisOfTheChunks() {
        var data = ChartData.of(Examples.healthy(0.1), Zoom.ALL);
        assertThat(data.budgetBytes()).isEqualTo(64 << 20);
        assertThat(data.highestOfChunks()).isGreaterThanOrEqualTo(64 << 20);
        assertThat(data.waits()).isNotEmpty();
        assertThat(data.longestWaitSeconds()).isPositive();
        assertThat(ChartData.none().longestWaitSeconds()).isZero();
    }

    @Test
    void showsTheWholeRip() {
        var data = ChartData.of(Examples.ended(RipOutcome.COMPLETE), Zoom.ALL);
        assertThat(data.endSeconds()).isEqualTo(231.4);
        assertThat(data.highestRate()).isBetween(20e6, 30e6);
        assertThat(ChartData.none().endSeconds()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"2, 4", "4, 4", "5, 5", "8, 4", "10, 5", "20, 4", "40, 4", "50, 5", "100, 5"})
    void ticksOfRatesAreRound(double top, int ticks) {
        var axis = ValueAxis.decimal(top - 0.01, 0, 100);
        assertThat(axis.max()).isEqualTo(top);
        assertThat(axis.tickCount()).isEqualTo(ticks);
        assertThat(axis.tick(0)).isZero();
        assertThat(axis.tick(ticks)).isEqualTo(top);
    }

    @Test
    void noValueLiesOutsideOfItsAxis() {
        for (double value = 0.001; value < 1e7; value *= 1.7) {
            assertThat(ValueAxis.decimal(value, 0, 100).max()).isGreaterThanOrEqualTo(value);
            assertThat(ValueAxis.binary(value, 0, 100).max()).isGreaterThanOrEqualTo(value);
            assertThat(ValueAxis.decades(1, value, 0, 100).max()).isGreaterThanOrEqualTo(value);
        }
    }

    @Test
    void aLowPlotHasFewerTicks() {
        assertThat(ValueAxis.binary(64, 0, 69).tickCount()).isEqualTo(2);
        assertThat(ValueAxis.binary(64, 0, 70).tickCount()).isEqualTo(4);
    }

    @Test
    void momentsBeforeTheBeginningStandAtIt() {
        var time = new TimeAxis(0, 10, 50, 100);
        assertThat(time.x(-5)).isEqualTo(50);
        assertThat(time.right()).isEqualTo(150);
        assertThatThrownBy(() -> new TimeAxis(0, Double.NaN, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
