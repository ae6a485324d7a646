package dev.spindle.rescue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Random;

/** What is expected of a stretch, against playing it many times. */
@Tag("unit")
final class StretchTest {
    private static final int PLAYS = 200_000;

    private static void assertMatchesPlay(Stretch stretch, int length, double first, double then) {
        var random = new Random(11);
        long sectors = 0;
        int allGood = 0;
        for (int play = 0; play < PLAYS; play++) {
            int good = 0;
            while (good < length && random.nextDouble() < (good == 0 ? first : then)) {
                good++;
            }
            sectors += good;
            allGood += good == length ? 1 : 0;
        }
        assertThat(stretch.hope()).isEqualTo(first);
        assertThat(stretch.sectors()).isCloseTo((double) sectors / PLAYS, within(0.1));
        assertThat(stretch.allGood()).isCloseTo((double) allGood / PLAYS, within(0.01));
    }

    @Test
    void ofLikeSectors() {
        assertMatchesPlay(Stretch.of(0.9, 12), 12, 0.9, 0.9);
        assertMatchesPlay(Stretch.of(0.2, 3), 3, 0.2, 0.2);
        assertMatchesPlay(Stretch.of(1, 40), 40, 1, 1);
    }

    @Test
    void behindADoubtfulOne() {
        assertMatchesPlay(Stretch.of(0.95, 9).behind(0.5), 10, 0.5, 0.95);
    }

    @Test
    void withOneBadSomewhere() {
        var stretch = Stretch.withOneBad(16);
        assertThat(stretch.sectors()).isEqualTo(7.5);
        assertThat(stretch.allGood()).isZero();
        assertThat(Stretch.withOneBad(1).hope()).isZero();
        assertThat(Stretch.of(1, 8).orBad(0.5).allGood()).isEqualTo(0.5);
    }
}
