package dev.spindle.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.RipOutcome;
import dev.spindle.timeline.Side;
import dev.spindle.ui.Examples;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class LimitTest {
    @Test
    void theDriveLimitsWhileTheRingIsNotBehind() {
        assertThat(Limit.of(Examples.healthy(0.5))).contains(Side.DRIVE);
    }

    @Test
    void aDestinationThatHangsLimitsHoweverFullTheRingIs() {
        assertThat(Limit.of(Examples.degraded())).contains(Side.STORAGE);
    }

    @Test
    void theEndIsTheStorages() {
        assertThat(Limit.of(Examples.saving())).contains(Side.STORAGE);
    }

    @Test
    void nobodyLimitsWhatHasNotBegunOrHasEnded() {
        assertThat(Limit.of(Examples.preparing())).isEmpty();
        assertThat(Limit.of(Examples.ended(RipOutcome.COMPLETE))).isEmpty();
    }
}
