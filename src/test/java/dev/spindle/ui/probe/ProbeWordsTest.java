package dev.spindle.ui.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.probe.ProbeAdvice;
import dev.spindle.probe.ProbeCurve;
import dev.spindle.probe.ProbeMeasure;
import dev.spindle.probe.ProbeProgress;
import dev.spindle.probe.ProbeReport;
import dev.spindle.probe.ProbeSample;
import dev.spindle.probe.ProbeStall;
import dev.spindle.ui.FakeProbes;
import dev.spindle.ui.common.Tone;
import dev.spindle.writeback.PolicyChoice.Policy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

/** What is said of a destination test, and what it recommends. */
@Tag("unit")
class ProbeWordsTest {
    private static ProbeMeasure measure(String policy, double rate, double stallSeconds) {
        long bytes = Math.round(rate * 10);
        return new ProbeMeasure(policy, "", "", bytes, 9, 10, stallSeconds, 0, 0, 1, 0, 0);
    }

    private static ProbeReport report(ProbeMeasure... measures) {
        return FakeProbes.measured("/mnt/a", measures);
    }

    private static ProbeCurve curve(ProbeStall... stalls) {
        return new ProbeCurve(
                "auto",
                List.of(new ProbeSample(0, 0, 0), new ProbeSample(8, 100, 0)),
                List.of(stalls));
    }

    @ParameterizedTest
    @CsvSource({
        "54e6, 0.1, 54e6, 0.1, AUTO", // nothing to choose between
        "11e6, 0.3, 11e6, 9.0, AUTO", // as fast, but calm
        "30e6, 0.3, 54e6, 0.4, PLAIN", // clearly faster and calm
        "30e6, 0.3, 54e6, 3.0, AUTO", // faster, but with stalls
        "30e6, 4.0, 54e6, 3.0, PLAIN", // the pipeline stalls for longer
        "50e6, 0.1, 54e6, 0.1, AUTO" // chance
    })
    void plainWritingHasToBeClearlyBetter(
            double rate, double stall, double plainRate, double plainStall, Policy policy) {
        var report =
                report(measure("steady", rate, stall), measure("plain", plainRate, plainStall));
        assertThat(ProbeAdvice.of(report).map(ProbeAdvice::policy)).contains(policy);
    }

    @Test
    void whereADriveWouldWaitAFasterFolderFirstIsWorthIt() {
        var plain = measure("plain", 54e6, 0);
        assertThat(
                        ProbeAdvice.of(report(measure("steady", 54e6, 0.1), plain))
                                .orElseThrow()
                                .stages())
                .isFalse();
        assertThat(
                        ProbeAdvice.of(report(measure("steady", 20e6, 0.1), plain))
                                .orElseThrow()
                                .stages())
                .isTrue();
        assertThat(
                        ProbeAdvice.of(report(measure("steady", 54e6, 12), plain))
                                .orElseThrow()
                                .stages())
                .as("a stall that no ring carries")
                .isTrue();
    }

    @Test
    void halfATestRecommendsNothing() {
        assertThat(ProbeAdvice.of(report(measure("steady", 54e6, 0)))).isEmpty();
    }

    @Test
    void theToneFollowsTheForecast() {
        var plain = measure("plain", 54e6, 0);
        assertThat(ProbeWords.tone(report(measure("steady", 54e6, 0.1), plain)))
                .isEqualTo(Tone.SUCCESS);
        assertThat(ProbeWords.tone(report(measure("steady", 20e6, 0.1), plain)))
                .isEqualTo(Tone.WARNING);
        var stands = report(measure("steady", 54e6, 12), plain);
        assertThat(ProbeWords.tone(stands)).isEqualTo(Tone.WARNING);
        assertThat(ProbeWords.verdict(stands)).contains("stood still for so long");
        var failed =
                new ProbeReport(
                        ProbeReport.Outcome.FAILED,
                        "/mnt/a is full",
                        "/mnt/a",
                        1,
                        Optional.empty(),
                        List.of());
        assertThat(ProbeWords.tone(failed)).isEqualTo(Tone.DANGER);
        assertThat(ProbeWords.verdict(failed)).isEqualTo("/mnt/a is full");
    }

    @Test
    void tellsWhichPassWritesAndWhatItWaitsFor() {
        assertThat(ProbeWords.status(new ProbeProgress("", 0, 0), List.of()))
                .isEqualTo("Looking at the folder");
        assertThat(ProbeWords.status(new ProbeProgress("auto", 1_000_000, 4_000_000), List.of()))
                .isEqualTo("Through the pipeline: 1.00 MB of 4.00 MB are written.");
        assertThat(ProbeWords.status(new ProbeProgress("plain", 4_000_000, 4_000_000), List.of()))
                .isEqualTo(
                        "Plainly: 4.00 MB of 4.00 MB are written. Waiting until all of it is on the"
                                + " device.");
    }

    @Test
    void aWaitThatLastsIsToldOfAndOneThatIsOverIsNot() {
        var now = new ProbeProgress("auto", 1_000_000, 4_000_000);
        assertThat(ProbeWords.status(now, List.of(curve(new ProbeStall(3, 5.25)))))
                .endsWith("The folder has taken nothing for 5.3 s.");
        assertThat(ProbeWords.status(now, List.of(curve(new ProbeStall(1, 5)))))
                .endsWith("are written.");
    }
}
