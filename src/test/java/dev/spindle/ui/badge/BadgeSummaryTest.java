package dev.spindle.ui.badge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.ui.Examples;
import dev.spindle.ui.common.Tone;

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
        assertThat(badge.stuck()).isEqualTo("Calls to the system that have not returned: 1.");
        assertThat(badge.advice()).isNotEmpty();
    }

    @Test
    void saysNothingOfADestinationThatIsNotKnownYet() {
        assertThat(BadgeSummary.of(Examples.preparing()).family()).isEmpty();
    }

    @Test
    void isQuietWhileAllIsWell() {
        var badge = BadgeSummary.of(Examples.healthy(0.5));
        assertThat(badge.tone()).isEqualTo(Tone.SUCCESS);
        assertThat(badge.why()).isEmpty();
        assertThat(badge.stuck()).isEmpty();
    }
}
