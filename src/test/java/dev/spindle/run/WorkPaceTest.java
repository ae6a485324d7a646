package dev.spindle.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Slow work is told from work that stands still. */
@Tag("unit")
final class WorkPaceTest {
    private static final long MILLI = 1_000_000;
    private static final int MEGA = 1_000_000;

    private final WorkPace pace = new WorkPace(500 * MILLI);

    private long excessMillis(long millis) {
        return pace.excessNanos(millis * MILLI, MEGA) / MILLI;
    }

    @Test
    void theFirstMayTakeWhatItIsAllowed() {
        assertThat(excessMillis(500)).isZero();
        assertThat(new WorkPace(500 * MILLI).excessNanos(700 * MILLI, MEGA) / MILLI).isEqualTo(200);
    }

    /** It may be a device as slow as that, or one that stood still: a few more tell. */
    @Test
    void aFirstOneThatTookTooLongCountsAsTheMostThatItMay() {
        assertThat(excessMillis(60_000)).isEqualTo(59_500);
        assertThat(excessMillis(900)).isZero();
        for (int i = 0; i < 100; i++) {
            assertThat(excessMillis(100)).isZero();
        }
        assertThat(excessMillis(400)).isBetween(150L, 199L);
    }

    @Test
    void twiceTheUsualIsUsual() {
        assertThat(excessMillis(100)).isZero();
        assertThat(excessMillis(200)).isZero();
        assertThat(excessMillis(400)).isEqualTo(190);
    }

    @Test
    void whatGoesIntoACacheIsNotThePace() {
        for (int i = 0; i < 1000; i++) {
            assertThat(excessMillis(0)).isZero();
        }
        assertThat(excessMillis(20)).isZero();
        assertThat(excessMillis(100)).isBetween(79L, 80L);
    }

    @Test
    void aDeviceThatBecomesSlowIsSlowAfterAWhile() {
        for (int i = 0; i < 100; i++) {
            var _ = excessMillis(10);
        }
        assertThat(excessMillis(200)).isEqualTo(180);
        for (int i = 0; i < 100; i++) {
            var _ = excessMillis(200);
        }
        assertThat(excessMillis(200)).isZero();
    }

    /** Whatever was learnt: more than twice what the first may take stands still. */
    @Test
    void noPaceExplainsAStandstill() {
        for (int i = 0; i < 200; i++) {
            var _ = excessMillis(4000);
        }
        assertThat(excessMillis(8000)).isEqualTo(7000);
    }
}
