package dev.spindle.drive.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

/** Runs of sectors, and what a script keeps. */
@Tag("unit")
class ScriptTest {
    private static final Statement SPEED = new Statement.Speed(7);
    private static final Statement FIRST = new Statement.ShortRead(new Sectors(1, 1));
    private static final Statement SECOND = new Statement.ShortRead(new Sectors(2, 1));

    @Test
    void aRunHoldsItsFirstSectorAndNotTheOneBehindIt() {
        var run = new Sectors(10, 3);
        assertThat(run.endLba()).isEqualTo(13);
        assertThat(run.contains(9)).isFalse();
        assertThat(run.contains(10)).isTrue();
        assertThat(run.contains(12)).isTrue();
        assertThat(run.contains(13)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5, false",
        "5, 6, true",
        "12, 1, true",
        "13, 1, false",
        "11, 1, true",
        "0, 99, true"
    })
    void runsThatOnlyTouchDoNotOverlap(long lba, long count, boolean overlaps) {
        var one = new Sectors(10, 3);
        var other = new Sectors(lba, count);
        assertThat(one.overlaps(other)).isEqualTo(overlaps);
        assertThat(other.overlaps(one)).isEqualTo(overlaps);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, 0", "5, -2"})
    void noRunIsEmptyOrBeforeTheDisc(long lba, long count) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sectors(lba, count));
    }

    @Test
    void statementsOfAKindKeepTheirOrder() {
        var script = new Script(List.of(SECOND, SPEED, FIRST));
        assertThat(script.all(Statement.ShortRead.class))
                .containsExactly((Statement.ShortRead) SECOND, (Statement.ShortRead) FIRST);
        assertThat(script.all(Statement.Bad.class)).isEmpty();
        assertThat(script.speedBytesPerSecond()).hasValue(7);
        assertThat(Script.empty().speedBytesPerSecond()).isEmpty();
    }

    @Test
    void anotherSpeedLeavesTheRestAsItIs() {
        var script = new Script(List.of(SECOND, SPEED, FIRST));
        assertThat(script.withSpeed(9).statements())
                .containsExactly(new Statement.Speed(9), SECOND, FIRST);
        assertThat(script.statements()).containsExactly(SECOND, SPEED, FIRST);
        assertThat(Script.empty().withSpeed(1).statements())
                .containsExactly(new Statement.Speed(1));
    }

    @Test
    void whoeverMadeItCannotChangeItLater() {
        var given = new ArrayList<>(List.of(FIRST));
        var script = new Script(given);
        given.add(SECOND);
        assertThat(script.statements()).containsExactly(FIRST);
    }
}
