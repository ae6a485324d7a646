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
    @CsvSource({"0, 0", "49, 0", "50, 1000", "4999, 1000", "5000, 10000", "3600000, 10000"})
    void dependsOnHowLongItWaited(long waitedMillis, long allowedMillis) {
        assertThat(Restart.allowedNanos(TimeUnit.MILLISECONDS.toNanos(waitedMillis)))
                .isEqualTo(TimeUnit.MILLISECONDS.toNanos(allowedMillis));
    }
}
