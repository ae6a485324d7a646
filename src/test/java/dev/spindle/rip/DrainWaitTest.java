package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.OptionalLong;

/** Whether the destination holds up the end. */
@Tag("unit")
final class DrainWaitTest {
    private final DrainWait drain = new DrainWait();

    private static long running(long startNanos, long endNanos) {
        return endNanos - startNanos;
    }

    @Test
    void aDestinationFasterThanTheDriveHoldsUpNobody() {
        drain.begins(100, 50, 2);
        assertThat(drain.ends(200, DrainWaitTest::running)).isEqualTo(OptionalLong.empty());
    }

    @Test
    void ofASlowerOneAllTheTimeCounts() {
        drain.begins(100, 50, 2);
        assertThat(drain.ends(201, DrainWaitTest::running)).hasValue(100);
    }

    @Test
    void timeInWhichTheProgramDidNotRunDoesNotMakeItSlow() {
        drain.begins(100, 50, 2);
        assertThat(drain.ends(10_200, (start, end) -> end - start - 10_000))
                .isEqualTo(OptionalLong.empty());
    }

    @Test
    void itIsToldOnce() {
        drain.begins(100, 0, 2);
        drain.begins(150, 1000, 2);
        assertThat(drain.ends(200, DrainWaitTest::running)).hasValue(100);
        assertThat(drain.ends(300, DrainWaitTest::running)).isEqualTo(OptionalLong.empty());
    }
}
