package dev.spindle.os.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.ProcessorTimes;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the scheduler tells of a thread. */
@Tag("unit")
class SchedstatTest {
    @Test
    void theThreeNumbersOfTheKernel() {
        assertThat(Schedstat.parse("2315487 81200 44\n"))
                .contains(new ProcessorTimes(2_315_487, 81_200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 2", "1 2 3 4", "-1 2 3", "99999999999999999999 0 0"})
    void anythingElseTellsNothing(String text) {
        assertThat(Schedstat.parse(text)).isEmpty();
    }

    @Test
    void aThreadThatIsNotThereTellsNothing() {
        assertThat(Schedstat.of(Long.MAX_VALUE)).isEmpty();
    }
}
