package dev.spindle.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spindle.run.StopToken;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.OptionalLong;

/** The course of a destination test, as charts draw it. */
@Tag("unit")
class ProbeCurveTest {
    private static final int MIB = 1 << 20;

    private final ProbeRig rig = new ProbeRig(1);

    @Test
    void bothPassesAreThereFromTheirStartToTheirEnd() {
        rig.storage.device().rate(10 * MIB);
        var report = rig.probe(ProbeRig.request(100, 50));

        assertThat(rig.curves()).extracting(ProbeCurve::policy).containsExactly("auto", "plain");
        for (int i = 0; i < 2; i++) {
            var samples = rig.curves().get(i).samples();
            assertThat(samples.getFirst().writtenBytes()).isLessThan(5L * MIB);
            assertThat(samples.getLast().writtenBytes()).isEqualTo(100L * MIB);
            assertThat(samples.getLast().seconds())
                    .isCloseTo(report.measures().get(i).durableSeconds(), within(0.6));
            assertThat(samples)
                    .allMatch(s -> s.confirmedBytes() <= s.writtenBytes())
                    .isSortedAccordingTo((a, b) -> Double.compare(a.seconds(), b.seconds()));
        }
        assertThat(rig.curves().getFirst().stalls()).isNotEmpty();
        assertThat(rig.curves().getLast().stalls()).as("all of it fits into memory").isEmpty();
    }

    @Test
    void whatTakesTheStreamHasNoStalls() {
        var _ = rig.probe(ProbeRig.request(100, 20));
        assertThat(rig.curves()).hasSize(2).allMatch(curve -> curve.stalls().isEmpty());
    }

    @Test
    void aWriteThatHangsIsAStallBeforeItReturns() {
        rig.storage.device().rate(10 * MIB);
        rig.storage.device().queueLimit(MIB);
        var _ =
                rig.baton.start(
                        "hand",
                        () -> {
                            var _ =
                                    rig.baton
                                            .gate("hand")
                                            .pause(
                                                    rig.baton.in(Duration.ofSeconds(2)),
                                                    StopToken.never());
                            rig.storage.device().freeze();
                        });
        var report = rig.probe(ProbeRig.request(500, 50), Duration.ofSeconds(9));

        assertThat(report.outcome()).isEqualTo(ProbeReport.Outcome.STOPPED);
        var curve = rig.curves().getFirst();
        assertThat(curve.stalls().getLast().seconds()).isGreaterThan(5);
        assertThat(curve.samples().getLast().seconds())
                .as("samples go on meanwhile")
                .isGreaterThan(8);
    }

    @Test
    void aFolderThatCantBeTestedHasNoCourse() {
        var _ = rig.probe(new ProbeRequest("/nowhere", OptionalLong.empty(), MIB));
        assertThat(rig.curves()).isEmpty();
    }
}
