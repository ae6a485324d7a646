package dev.spindle.ui.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipVerdict;
import dev.spindle.rip.record.RescueRecord;
import dev.spindle.timeline.Side;
import dev.spindle.ui.Examples;
import dev.spindle.ui.common.Tone;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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
                        Map.of(),
                        RescueRecord.NOTHING);
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
                            Map.of(),
                            RescueRecord.NOTHING);
            assertThat(VerdictSummary.of(same).title()).isNotEmpty();
        }
    }

    private static RipVerdict verdict(RipOutcome outcome) {
        return Examples.ended(outcome).verdict().orElseThrow();
    }

    private static RipVerdict of(RipOutcome outcome, boolean durable) {
        return new RipVerdict(
                outcome,
                durable,
                "said",
                "/out/a.iso",
                Map.of("md5", "ff"),
                3725,
                61,
                0.25,
                0.0004,
                0,
                12.5,
                3L << 20,
                1,
                "steady",
                "range",
                1_234_567,
                Map.of(Side.SELF, 0.5),
                RescueRecord.NOTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETE, SUCCESS, fth-check-circle",
        "STOPPED, NEUTRAL, fth-stop-circle",
        "FINISHED_WITH_HOLES, WARNING, fth-alert-triangle",
        "NOT_CONFIRMED, WARNING, fth-alert-triangle",
        "PROTECTED_DISC, WARNING, fth-lock",
        "DESTINATION_FAILED, DANGER, fth-hard-drive",
        "DRIVE_FAILED, DANGER, fth-disc",
        "REFUSED_INPUT, DANGER, fth-alert-octagon",
        "INTERNAL_ERROR, DANGER, fth-alert-octagon"
    })
    void eachOutcomeHasItsToneAndIcon(RipOutcome outcome, Tone tone, String icon) {
        var summary = VerdictSummary.of(of(outcome, true));
        assertThat(summary.tone()).isEqualTo(tone);
        assertThat(summary.icon()).isEqualTo(icon);
        assertThat(summary.sentence()).isEqualTo("said");
    }

    @Test
    void figuresAreWordedAndMissingOnesEmpty() {
        var summary = VerdictSummary.of(of(RipOutcome.DRIVE_FAILED, true));
        assertThat(summary.sha256()).as("another hash is none").isEmpty();
        assertThat(summary.totalTime()).isEqualTo("1:02 h");
        assertThat(summary.readTime()).isEqualTo("1:01 min");
        assertThat(summary.durableTime()).isEqualTo("250 ms");
        assertThat(summary.peakUnconfirmed()).isEqualTo("3.0 MiB");
        assertThat(summary.badSectors()).isEqualTo("1234567");
        assertThat(summary.how()).isEqualTo("steady, range");
        assertThat(summary.stalled())
                .containsEntry(Side.SELF, "500 ms")
                .containsEntry(Side.USER, "0 ms")
                .containsOnlyKeys(Side.values());
    }

    @ParameterizedTest
    @EnumSource(RipOutcome.class)
    void nothingIsCalledSafeThatIsNotDurable(RipOutcome outcome) {
        var summary = VerdictSummary.of(of(outcome, false));
        assertThat(summary.title()).doesNotContain("safely");
        assertThat(summary.durableTime()).isEqualTo("not reached");
    }
}
