package dev.spindle.ui.badge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.ui.Examples;
import dev.spindle.ui.common.Tone;
import dev.spindle.writeback.PolicyStatus;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class BadgeSummaryTest {
    @Test
    void explainsADegradedDestination() {
        var badge = BadgeSummary.of(Examples.degraded());
        assertThat(badge.family()).isEqualTo("LOCAL");
        assertThat(badge.health()).isEqualTo("DEGRADED");
        assertThat(badge.tone()).isEqualTo(Tone.DANGER);
        assertThat(badge.why()).contains("since 14:02:11");
        assertThat(badge.since()).isEqualTo("Since 1:49 of the rip");
        assertThat(badge.effect()).startsWith("The writer waits");
        assertThat(badge.stuck()).isEqualTo("1 not returned by the system");
        assertThat(badge.advice()).isNotEmpty();
    }

    @Test
    void saysNothingOfADestinationThatIsNotKnownYet() {
        assertThat(BadgeSummary.of(Examples.preparing()).family()).isEmpty();
        assertThat(BadgeSummary.of(Examples.preparing()).writeback()).isEmpty();
    }

    @Test
    void isQuietWhileAllIsWell() {
        var badge = BadgeSummary.of(Examples.healthy(0.5));
        assertThat(badge.tone()).isEqualTo(Tone.SUCCESS);
        assertThat(badge.why()).isEmpty();
        assertThat(badge.since()).isEmpty();
        assertThat(badge.stuck()).isEqualTo("None");
        assertThat(badge.familyNote()).startsWith("ext4. A disk of this computer.");
        assertThat(badge.writeback())
                .contains(
                        new WritebackSummary(
                                "steady, mechanism direct",
                                "ext4 offers O_DIRECT for this file in steps of 512 bytes",
                                "4 MiB",
                                "64 MiB"));
    }

    @Test
    void aPolicyWithoutChunksAndBudgetSaysSo() {
        var plain = WritebackSummary.of(new PolicyStatus("plain", "buffered", 0, 0, false, ""));
        assertThat(plain)
                .isEqualTo(new WritebackSummary("plain, mechanism buffered", "", "–", "None"));
    }
}
