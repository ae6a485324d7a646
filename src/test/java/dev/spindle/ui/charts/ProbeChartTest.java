package dev.spindle.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spindle.probe.ProbeCurve;
import dev.spindle.probe.ProbeSample;
import dev.spindle.probe.ProbeStall;
import dev.spindle.timeline.ChartPoint;
import dev.spindle.timeline.Side;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;

@Tag("unit")
class ProbeChartTest {
    private static final long PACE = 100;

    private static ProbeChart chart(ProbeSample... samples) {
        return ProbeChart.of(new ProbeCurve("plain", List.of(samples), List.of()), PACE);
    }

    @Test
    void ratesAreThoseBetweenSamples() {
        var chart =
                chart(
                        new ProbeSample(0, 0, 0),
                        new ProbeSample(0.5, 50, 20),
                        new ProbeSample(1, 60, 60));
        assertThat(chart.points()).extracting(ChartPoint::writtenRate).containsExactly(100.0, 20.0);
        assertThat(chart.points())
                .extracting(ChartPoint::confirmedRate)
                .containsExactly(40.0, 80.0);
        assertThat(chart.points())
                .extracting(ChartPoint::unconfirmedBytes)
                .containsExactly(30L, 0L);
        assertThat(chart.points()).allMatch(p -> p.readRate() == PACE);
    }

    @Test
    void aBarrierConfirmsWhatWasOnItsWaySinceTheLast() {
        var chart =
                chart(
                        new ProbeSample(0, 0, 0),
                        new ProbeSample(1, 100, 0),
                        new ProbeSample(2, 200, 200),
                        new ProbeSample(3, 300, 200));
        assertThat(chart.points())
                .extracting(ChartPoint::confirmedRate)
                .containsExactly(100.0, 100.0, 0.0);
    }

    @Test
    void aBurstDoesNotMakeAllElseSmall() {
        assertThat(chart(new ProbeSample(0, 0, 0), new ProbeSample(1, 9000, 0)).highestRate())
                .isEqualTo(2 * PACE);
        assertThat(chart(new ProbeSample(0, 0, 0), new ProbeSample(1, 10, 0)).highestRate())
                .isCloseTo(1.1 * PACE, within(1e-9));
        assertThat(ProbeChart.none().highestRate()).isZero();
    }

    @Test
    void aWaitThatLastsIsTheEndOfTheAxis() {
        var curve =
                new ProbeCurve(
                        "auto",
                        List.of(new ProbeSample(0, 0, 0), new ProbeSample(4, 1, 0)),
                        List.of(new ProbeStall(1.5, 3)));
        var chart = ProbeChart.of(curve, PACE);
        assertThat(chart.endSeconds()).isEqualTo(4.5);
        assertThat(chart.stalls()).allMatch(s -> s.side() == Side.STORAGE);
        assertThat(ProbeChart.none().endSeconds()).isZero();
    }
}
