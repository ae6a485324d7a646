package dev.spindle.ui.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.RipOutcome;
import dev.spindle.ui.Examples;
import dev.spindle.ui.progress.Cushion.Level;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class CushionTest {
    @ParameterizedTest
    @CsvSource({
        "30,AMPLE,30.0 s · ample",
        "5,AMPLE,5.0 s · ample",
        "4.9,SHORT,4.9 s · short",
        "1,SHORT,1.0 s · short",
        "0.9,GONE,0.9 s · almost gone",
        "0,GONE,0.0 s · almost gone"
    })
    void aWordSaysHowMuchThereIs(double seconds, Level level, String text) {
        var cushion = Cushion.reading(seconds, 0.25);
        assertThat(cushion.level()).isEqualTo(level);
        assertThat(cushion.text()).isEqualTo(text);
        assertThat(cushion.freeShare()).isEqualTo(0.75);
        assertThat(cushion.spoken()).contains("until the drive must stop");
    }

    @Test
    void whereNothingIsReadItIsUnknownAndDrawnEmpty() {
        for (var now :
                new Cushion[] {
                    Cushion.of(Examples.preparing()),
                    Cushion.of(Examples.saving()),
                    Cushion.of(Examples.ended(RipOutcome.COMPLETE))
                }) {
            assertThat(now.level()).isEqualTo(Level.UNKNOWN);
            assertThat(now.freeShare()).isZero();
            assertThat(now.text()).isEqualTo("–");
        }
    }

    @Test
    void levelsHaveTonesOfTheirOwn() {
        assertThat(Level.values()).extracting(Level::tone).doesNotHaveDuplicates();
    }
}
