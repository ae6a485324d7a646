package dev.spindle.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

@Tag("unit")
final class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7000000000",
        "1.5, 1500000000",
        "250us, 250000",
        "250ms, 250000000",
        "200.9ms, 200900000",
        "1.5s, 1500000000",
        "10m, 600000000000",
        "10min, 600000000000",
        "2h, 7200000000000",
        "0.000000001, 1",
        "' 3s ', 3000000000",
    })
    void reads(String text, long nanos) {
        assertThat(DurationText.parse(text)).isEqualTo(Duration.ofNanos(nanos));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "-1s", "1 s", "1d", "1S", "1.s", ".5s", "1h30m", "PT1S"})
    void refusesWhatIsNoDuration(String text) {
        assertThatThrownBy(() -> DurationText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'%s' is no duration; write for example 250ms, 1.5s, 10m or 2h", text);
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThatThrownBy(() -> DurationText.parse("999999999999h"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'999999999999h' is too long");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "0.9999, 0 ms",
        "340, 340 ms",
        "999, 999 ms",
        "1000, 1.0 s",
        "14299, 14.2 s",
        "59999, 59.9 s",
        "60000, 1:00 min",
        "425000, 7:05 min",
        "3599999, 59:59 min",
        "3600000, 1:00 h",
        "7380000, 2:03 h",
        "360000000, 100:00 h",
    })
    void writesShortly(double millis, String text) {
        assertThat(DurationText.formatNanos(Math.round(millis * 1e6))).isEqualTo(text);
    }
}
