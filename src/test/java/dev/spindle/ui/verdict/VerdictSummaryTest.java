package dev.spindle.ui.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipVerdict;
import dev.spindle.timeline.Side;
import dev.spindle.ui.Examples;
import dev.spindle.ui.common.Tone;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Map;

@Tag("unit")
class VerdictSummaryTest {
    @Test
    void tellsHowACompleteRipEnded() {
        var summary = VerdictSummary.of(verdict(RipOutcome.COMPLETE));
        assertThat(summary.title()).isEqualTo("Complete and safely on disk");
        assertThat(summary.tone()).isEqualTo(Tone.SUCCESS);
        assertThat(summary.sha256()).startsWith("5e88");
        assertThat(summary.totalTime()).isEqualTo("3:51 min");
        assertThat(summary.stalled()).containsEntry(Side.STORAGE, "21.7 s").hasSize(4);
        assertThat(summary.how()).isEqualTo("classic, range");
    }

    @Test
    void neverCallsSafeWhatIsNot() {
        var summary = VerdictSummary.of(verdict(RipOutcome.STOPPED));
        assertThat(summary.title()).isEqualTo("Stopped");
        assertThat(summary.durableTime()).isEqualTo("not reached");
        assertThat(summary.sha256()).isEmpty();
    }

    @Test
    void saysHandedOverWhereTheFileSystemCanNotPromise() {
        var given = verdict(RipOutcome.COMPLETE);
        var handedOver =
                new RipVerdict(
                        RipOutcome.COMPLETE,
                        false,
                        given.text(),
                        given.file(),
                        given.hashes(),
                        1,
                        1,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        "plain",
                        "none",
                        0,
                        Map.of());
        var summary = VerdictSummary.of(handedOver);
        assertThat(summary.title()).isEqualTo("Complete, handed over");
        assertThat(summary.stalled()).containsEntry(Side.DRIVE, "0 ms");
    }

    @Test
    void hasATitleForEachOutcome() {
        for (RipOutcome outcome : RipOutcome.values()) {
            var given = verdict(RipOutcome.STOPPED);
            var same =
                    new RipVerdict(
                            outcome,
                            true,
                            "",
                            "",
                            Map.of(),
                            1,
                            1,
                            1,
                            0,
                            0,
                            0,
                            0,
                            0,
                            given.policy(),
                            given.mechanism(),
                            0,
                            Map.of());
            assertThat(VerdictSummary.of(same).title()).isNotEmpty();
        }
    }

    private static RipVerdict verdict(RipOutcome outcome) {
        return Examples.ended(outcome).verdict().orElseThrow();
    }
}
