package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.RipSnapshot.Phase;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long it may still take until all is durable. */
@Tag("unit")
final class TimeLeftTest {
    private static final long MB = 1_000_000;

    @Test
    void aDriveThatIsTheSlowerSideDecides() {
        var left = new TimeLeft(100 * MB, 10e6, 4 * MB, 10e6);
        assertThat(left.in(Phase.SWEEPING).orElseThrow()).isEqualTo(10.4);
        assertThat(new TimeLeft(100 * MB, 10e6, 4 * MB, 40e6).in(Phase.SWEEPING)).contains(10.0);
    }

    /** What waits in the ring has to go through the storage too. */
    @Test
    void aStorageThatIsTheSlowerSideDecides() {
        assertThat(new TimeLeft(30 * MB, 10e6, 20 * MB, 2e6).in(Phase.SWEEPING)).contains(25.0);
        assertThat(new TimeLeft(30 * MB, 10e6, 20 * MB, 2e6).in(Phase.MOVING)).contains(25.0);
        assertThat(new TimeLeft(0, 10e6, 20 * MB, 2e6).in(Phase.FLUSHING)).contains(10.0);
    }

    @Test
    void whereNothingWasConfirmedYetTheReadingAloneTells() {
        assertThat(new TimeLeft(30 * MB, 10e6, 20 * MB, 0).in(Phase.SWEEPING)).contains(3.0);
        assertThat(new TimeLeft(0, 10e6, 20 * MB, 0).in(Phase.FLUSHING)).isEmpty();
        assertThat(new TimeLeft(30 * MB, 0, 0, 0).in(Phase.SWEEPING)).isEmpty();
    }

    /** How often a damaged spot is tried depends on the disc. */
    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SWEEPING", "MOVING", "FLUSHING"})
    void elsewhereNothingIsSaid(Phase phase) {
        assertThat(new TimeLeft(30 * MB, 10e6, 20 * MB, 2e6).in(phase)).isEmpty();
    }
}
