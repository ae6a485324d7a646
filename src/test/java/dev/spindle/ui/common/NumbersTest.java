package dev.spindle.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Locale;

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

    @Test
    void nothingIsNegative() {
        assertThat(Numbers.duration(-3)).isEqualTo("0 ms");
        assertThat(Numbers.seconds(-3)).isEqualTo("0.0 s");
        assertThat(Numbers.percent(-1, 10)).isEqualTo("0.0 %");
        assertThat(Numbers.share(-1, 10)).isZero();
        assertThat(Numbers.share(1, 0)).isZero();
    }

    @Test
    void secondsRoundToTheNextMinuteAndHour() {
        assertThat(Numbers.clock(59.4)).isEqualTo("0:59");
        assertThat(Numbers.clock(59.6)).isEqualTo("1:00");
        assertThat(Numbers.clock(3599.6)).isEqualTo("1:00:00");
    }

    @Test
    void percentsOfLargeDiscsAreExact() {
        assertThat(Numbers.percent(99_999_999_999L, 100_000_000_000L)).isEqualTo("99.9 %");
        assertThat(Numbers.percent(2, 1)).isEqualTo("100.0 %");
        assertThat(Numbers.percent(1, 1000)).isEqualTo("0.1 %");
        assertThat(Numbers.percent(1, 1001)).isEqualTo("0.0 %");
    }

    @Test
    void exactSizesHaveGapsThatDoNotBreak() {
        assertThat(Numbers.exactSize(0)).isEqualTo("0 B (0 bytes)");
        assertThat(Numbers.exactSize(1_234_567)).isEqualTo("1.23 MB (1\u00A0234\u00A0567 bytes)");
    }

    @Test
    void sizesThatAreNoEvenMebibytesAreDecimal() {
        assertThat(Numbers.chunk(1 << 20)).isEqualTo("1 MiB");
        assertThat(Numbers.chunk((1 << 20) - 1)).isEqualTo("1.05 MB");
        assertThat(Numbers.chunk(512 << 10)).isEqualTo("524 kB");
        assertThat(Numbers.chunk(0)).isEqualTo("0 B");
    }

    @Test
    void theDecimalSignIsThatOfTheLanguage() {
        Texts.use(Locale.GERMAN);
        try {
            assertThat(Numbers.rate(9_960_000)).isEqualTo("10,0 MB/s");
            assertThat(Numbers.size(4_380_123_136L)).isEqualTo("4,38 GB");
            assertThat(Numbers.exactSize(4_380_123_136L))
                    .startsWith("4,38 GB (4\u00A0380\u00A0123\u00A0136");
            assertThat(Numbers.percent(999, 1_000)).isEqualTo("99,9 %");
            assertThat(Numbers.seconds(12.44)).isEqualTo("12,4 s");
            assertThat(Numbers.duration(12.44)).isEqualTo("12,4 s");
            assertThat(Numbers.mebibytes(96 << 20)).isEqualTo("96,0 MiB");
            assertThat(Numbers.chunk(1_500_000)).isEqualTo("1,50 MB");
            assertThat(Numbers.tick(12.5)).isEqualTo("12,5");
            assertThat(Numbers.tick(12)).isEqualTo("12");
            assertThat(Numbers.clock(65)).isEqualTo("1:05");
        } finally {
            Texts.use(Locale.ENGLISH);
        }
    }

    @Test
    void aTypedNumberMayHaveTheSignOfTheLanguageOrAPoint() {
        assertThat(Numbers.typed(" 1.5G ")).isEqualTo("1.5G");
        assertThat(Numbers.typed("1,5G")).as("a comma is none in English").isEqualTo("1,5G");
        Texts.use(Locale.of("es"));
        try {
            assertThat(Numbers.typed("1,5G")).isEqualTo("1.5G");
            assertThat(Numbers.typed("1.5G")).isEqualTo("1.5G");
        } finally {
            Texts.use(Locale.ENGLISH);
        }
    }
}
