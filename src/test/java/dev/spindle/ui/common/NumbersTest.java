package dev.spindle.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class NumbersTest {
    @Test
    void ratesKeepTheirUnitAndDecimals() {
        assertThat(Numbers.rate(9_960_000)).isEqualTo("10.0 MB/s");
        assertThat(Numbers.rate(0)).isEqualTo("0.0 MB/s");
        assertThat(Numbers.rate(123_456)).isEqualTo("0.1 MB/s");
    }

    @Test
    void percentIsNeverRoundedUp() {
        assertThat(Numbers.percent(999_999, 1_000_000)).isEqualTo("99.9 %");
        assertThat(Numbers.percent(1, 1)).isEqualTo("100.0 %");
        assertThat(Numbers.percent(5, 0)).isEqualTo("0.0 %");
        assertThat(Numbers.share(5, 4)).isEqualTo(1);
    }

    @Test
    void clockGrowsHours() {
        assertThat(Numbers.clock(65)).isEqualTo("1:05");
        assertThat(Numbers.clock(3605)).isEqualTo("1:00:05");
        assertThat(Numbers.clock(-1)).isEqualTo("0:00");
    }

    @Test
    void chunksAreBinary() {
        assertThat(Numbers.chunk(32 << 20)).isEqualTo("32 MiB");
        assertThat(Numbers.chunk(1_500_000)).isEqualTo("1.50 MB");
        assertThat(Numbers.mebibytes(96 << 20)).isEqualTo("96.0 MiB");
    }
}
