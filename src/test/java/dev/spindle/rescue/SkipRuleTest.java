package dev.spindle.rescue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** How far is skipped, and that the disc is asked whether skipping pays. */
@Tag("unit")
final class SkipRuleTest {
    private static final int PER_READ = 32;

    private final Neighbours neighbours = new Neighbours();
    private final SkipRule rule = new SkipRule(neighbours, PER_READ);

    @Test
    void goesEverFurtherBehindLargeReadsThatFailInARow() {
        List<Long> skips = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            skips.add(rule.noteBad(PER_READ));
        }
        assertThat(skips).containsExactly(32L, 6 * 32L, 32 * 32L, 128 * 32L, 128 * 32L);
    }

    @Test
    void goesLessFarBehindSingleSectors() {
        assertThat(List.of(rule.noteBad(1), rule.noteBad(1), rule.noteBad(1)))
                .containsExactly(15L, 32L, 32 * 32L);
    }

    @Test
    void startsAnewOnceSomeSectorsWentWell() {
        rule.noteBad(1);
        rule.noteBad(1);
        rule.noteGood(7);
        assertThat(rule.noteBad(1)).isEqualTo(32 * 32L);
        rule.noteGood(8);
        assertThat(rule.noteBad(1)).as("the second of its kind is a probe").isZero();
    }

    @Test
    void asksTheDiscNowAndThenAndSkipsNoMoreWhereFaultsAreScattered() {
        List<Long> skips = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            skips.add(rule.noteBad(PER_READ));
            rule.noteGood(PER_READ);
        }
        assertThat(skips).containsExactly(32L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
    }

    @Test
    void goesOnSkippingWhereTheProbeFailed() {
        List<Long> skips = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            skips.add(rule.noteBad(PER_READ));
            if (skips.getLast() == 0) {
                rule.noteBad(PER_READ);
            }
            rule.noteGood(PER_READ);
        }
        assertThat(skips).containsExactly(32L, 0L, 32L, 32L, 32L, 0L, 32L);
    }

    @Test
    void singleSectorsFollowWhatIsKnownOfNeighbours() {
        rule.noteBad(1);
        rule.noteGood(8);
        rule.noteBad(1);
        rule.noteGood(8);
        neighbours.note(false, true);
        assertThat(rule.noteBad(1)).isZero();
    }
}
