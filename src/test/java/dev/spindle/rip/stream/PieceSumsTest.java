package dev.spindle.rip.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.range.ByteRange;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pieces of one length in a row: what joins them, and what is left when some are taken out. */
@Tag("unit")
final class PieceSumsTest {
    private static final int BYTES = 100;
    private static final long START = 1000;

    /** Five pieces from 1000 to 1500, with the sums 10 to 14. */
    private static PieceSums five() {
        var run = PieceSums.of(ByteRange.at(START, BYTES), 10);
        for (int index = 1; index < 5; index++) {
            assertThat(run.append(ByteRange.at(START + (long) index * BYTES, BYTES), 10 + index))
                    .isTrue();
        }
        return run;
    }

    @Test
    void onlyThePieceThatFollowsAndIsAsLongJoins() {
        var run = five();
        assertThat(run.append(ByteRange.at(1500, BYTES - 1), 1)).as("shorter").isFalse();
        assertThat(run.append(ByteRange.at(1600, BYTES), 1)).as("a gap").isFalse();
        assertThat(run.append(ByteRange.at(1400, BYTES), 1)).as("the last again").isFalse();
        assertThat(run.range()).isEqualTo(new ByteRange(START, 1500));
        assertThat(run.piece(3)).isEqualTo(ByteRange.at(1300, BYTES));
        assertThat(run.sum(3)).isEqualTo(13);
    }

    @Test
    void aRunThatIsFullTakesNoMore() {
        var run = PieceSums.of(ByteRange.at(0, 1), 0);
        int taken = 1;
        while (run.append(ByteRange.at(taken, 1), taken)) {
            taken++;
        }
        assertThat(taken).isEqualTo(PieceSums.MOST_PIECES);
        assertThat(run.sum(taken - 1)).isEqualTo(taken - 1);
    }

    @Test
    void whatLiesBeforeEndsAtAPieceAndWhatLiesBehindBeginsAtOne() {
        var left = five().before(1250).orElseThrow();
        assertThat(left.range()).isEqualTo(new ByteRange(START, 1200));
        var right = five().from(1250).orElseThrow();
        assertThat(right.range()).isEqualTo(new ByteRange(1300, 1500));
        assertThat(right.sum(0)).isEqualTo(13);
        assertThat(five().before(1099)).isEmpty();
        assertThat(five().before(5)).isEmpty();
        assertThat(five().from(1401)).isEmpty();
        assertThat(five().from(5).orElseThrow().count()).isEqualTo(5);
        assertThat(five().before(9000).orElseThrow().count()).isEqualTo(5);
    }

    @Test
    void aCopyDoesNotGrowWithTheRun() {
        var run = five();
        var copy = run.copy();
        assertThat(run.append(ByteRange.at(1500, BYTES), 15)).isTrue();
        assertThat(copy.count()).isEqualTo(5);
        assertThat(copy.append(ByteRange.at(1500, BYTES), 99)).isTrue();
        assertThat(run.sum(5)).isEqualTo(15);
    }
}
