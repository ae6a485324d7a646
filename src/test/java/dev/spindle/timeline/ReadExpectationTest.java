package dev.spindle.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the disc's own speed explains. */
@Tag("unit")
final class ReadExpectationTest {
    private static final long MILLI = 1_000_000;
    private static final int BYTES = 64 << 10;

    private final ReadExpectation expectation = new ReadExpectation();

    private long excessMillis(long millis) {
        return expectation.excessNanos(millis * MILLI, BYTES) / MILLI;
    }

    private void reads(int count, long millis) {
        for (int i = 0; i < count; i++) {
            assertThat(excessMillis(millis)).as("read %d", i).isLessThan(50);
        }
    }

    @Test
    void aSlowDiscIsNotStalled() {
        reads(1000, 900);
    }

    @Test
    void aDiscThatSlowsDownStepByStepIsNotStalled() {
        for (int millis = 20; millis < 200; millis += 2) {
            reads(10, millis);
        }
    }

    @Test
    void theFirstReadMayTakeTenSeconds() {
        assertThat(excessMillis(10_000)).isZero();
        assertThat(new ReadExpectation().excessNanos(10_250 * MILLI, BYTES)).isEqualTo(250 * MILLI);
    }

    @Test
    void theSpinUpIsNotTakenForTheDiscsSpeed() {
        assertThat(excessMillis(8_000)).isZero();
        reads(3, 20);
        assertThat(excessMillis(2_000)).isGreaterThan(1_900);
    }

    @Test
    void aSuddenSlowSectorIsAStall() {
        reads(100, 20);
        assertThat(excessMillis(3_000)).isBetween(2_900L, 2_999L);
        reads(100, 20);
        assertThat(excessMillis(3_000)).isBetween(2_900L, 2_999L);
    }

    @Test
    void readsOfDifferentLengthAreMeasuredByTheByte() {
        reads(10, 100);
        assertThat(expectation.excessNanos(200 * MILLI, 2 * BYTES)).isZero();
        assertThat(expectation.excessNanos(200 * MILLI, BYTES / 16)).isGreaterThan(150 * MILLI);
    }

    @Test
    void itLearnsAlsoAfterReadsThatTookNoTime() {
        reads(100, 0);
        for (int i = 0; i < 100; i++) {
            var _ = excessMillis(200);
        }
        reads(100, 200);
    }
}
