package dev.spindle.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.concurrent.TimeUnit;

/** What a drive may need to go on. */
@Tag("unit")
final class RestartTest {
    @ParameterizedTest
    @CsvSource({
        "49, 60, false",
        "50, 60, true",
        "50, 1000, true",
        "50, 1001, false",
        "4999, 1001, false",
        "5000, 1001, true",
        "5000, 10000, true",
        "3600000, 10001, false"
    })
    void dependsOnHowLongItWaited(long waitedMillis, long tookMillis, boolean explains) {
        assertThat(
                        Restart.explains(
                                TimeUnit.MILLISECONDS.toNanos(tookMillis),
                                TimeUnit.MILLISECONDS.toNanos(waitedMillis)))
                .isEqualTo(explains);
    }
}
