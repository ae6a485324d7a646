package dev.spindle.rescue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spindle.range.ByteRange;
import dev.spindle.rescue.DamagePicture.Kind;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is foretold of the rest of a rescue. */
@Tag("unit")
final class ForecastTest {
    private static final int SECTOR = 2048;

    private final ReadCosts costs = new ReadCosts();
    private final Forecast forecast = new Forecast();

    @Test
    void nothingIsLeftWhereNothingIsMissing() {
        assertThat(forecast.outlook(0, 0, 0, 3, costs)).isEqualTo(new Outlook(0, 0));
    }

    @Test
    void goodPlacesCostLittleAndBringAll() {
        for (int i = 0; i < 500; i++) {
            forecast.note(false, true);
        }
        var outlook = forecast.outlook(1000, 0, 0, 3, costs);
        assertThat(outlook.sectors()).isCloseTo(1000, within(1.0));
        assertThat(outlook.seconds()).isCloseTo(1000 * costs.steady(1) / 1e9, within(0.1));
    }

    @Test
    void retriesCostWhatTheyCostAndBringNoMoreThanIsBad() {
        for (int i = 0; i < 500; i++) {
            forecast.note(true, false);
        }
        var hopeless = forecast.outlook(0, 40, 120, 3, costs);
        assertThat(hopeless.sectors()).isCloseTo(0, within(0.1));
        assertThat(hopeless.seconds()).isCloseTo(120 * costs.badNanos() / 1e9, within(0.1));
        for (int i = 0; i < 500; i++) {
            forecast.note(true, true);
        }
        assertThat(forecast.outlook(0, 40, 120, 3, costs).sectors()).isEqualTo(40);
    }

    @Test
    void aPlanTellsNothingBeforeItsSweepIsDoneNorWhereNothingFailed() {
        var plan = new ReadPlan(SECTOR, 4, Effort.retries(3));
        var map = new RescueMap(8L * SECTOR);
        var first = plan.next(map).orElseThrow();
        plan.note(first, false, 100_000_000, map);
        assertThat(plan.outlook(map)).isEmpty();
        var clean = new ReadPlan(SECTOR, 4, Effort.retries(3));
        map.set(new ByteRange(0, 8L * SECTOR), SectorStatus.FINISHED);
        assertThat(clean.next(map)).isEmpty();
        assertThat(clean.outlook(map)).isEmpty();
    }

    /** Of one disc of each kind: the foretold end, from half of the damaged part on. */
    @Test
    void isOfTheRightSizeOnDamagedDiscs() {
        for (var kind : new Kind[] {Kind.SCRATCH, Kind.RADIAL, Kind.RING, Kind.FLAKY}) {
            var run = new RescueRun(new DamagePicture(kind, 2), Effort.retries(3));
            var outlooks = run.outlooks();
            var middle = outlooks.get(outlooks.size() / 2);
            double leftSeconds = (run.disc().micros() - middle.micros()) / 1e6;
            assertThat(middle.outlook().seconds() / leftSeconds)
                    .as("%s: %s of %s s", kind, middle, leftSeconds)
                    .isBetween(0.3, 3.0);
        }
    }
}
