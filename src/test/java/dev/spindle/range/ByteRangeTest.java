package dev.spindle.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
final class ByteRangeTest {
    private static final ByteRange RANGE = ByteRange.at(10, 5);

    @Test
    void isHalfOpen() {
        assertThat(RANGE.lengthBytes()).isEqualTo(5);
        assertThat(RANGE.contains(9)).isFalse();
        assertThat(RANGE.contains(10)).isTrue();
        assertThat(RANGE.contains(14)).isTrue();
        assertThat(RANGE.contains(15)).isFalse();
        assertThat(RANGE.overlaps(new ByteRange(15, 20))).isFalse();
        assertThat(RANGE.overlaps(new ByteRange(14, 20))).isTrue();
        assertThat(RANGE.overlaps(new ByteRange(0, 10))).isFalse();
        assertThat(ByteRange.at(3, 0).isEmpty()).isTrue();
    }

    @Test
    void intersects() {
        assertThat(RANGE.intersection(new ByteRange(12, 40))).isEqualTo(new ByteRange(12, 15));
        assertThat(RANGE.intersection(new ByteRange(0, 40))).isEqualTo(RANGE);
        assertThat(RANGE.intersection(new ByteRange(20, 40))).isEqualTo(new ByteRange(20, 20));
        assertThat(RANGE.intersection(new ByteRange(0, 5))).isEqualTo(new ByteRange(10, 10));
    }

    @Test
    void refusesWhatIsNoRange() {
        assertThatThrownBy(() -> new ByteRange(-1, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ByteRange(5, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ByteRange.at(5, Long.MAX_VALUE))
                .isInstanceOf(ArithmeticException.class);
    }
}
