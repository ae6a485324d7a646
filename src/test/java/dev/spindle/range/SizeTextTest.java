package dev.spindle.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
final class SizeTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "4096, 4096",
        "7B, 7",
        "8M, 8388608",
        "8m, 8388608",
        "8MiB, 8388608",
        "8MB, 8000000",
        "1k, 1024",
        "1KiB, 1024",
        "1kB, 1000",
        "2G, 2147483648",
        "2GB, 2000000000",
        "1T, 1099511627776",
        "1TB, 1000000000000",
        "1.5K, 1536",
        "0.5K, 512",
        "1.9, 1",
        "'  64M ', 67108864",
        "8388607T, 9223370937343148032",
    })
    void reads(String text, long bytes) {
        assertThat(SizeText.parse(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "M", "-1", "+1", "8 M", "8Mi", "8X", "1e3", "0x10", ".5", "1.", "٣"
            })
    void refusesWhatIsNoSize(String text) {
        assertThatThrownBy(() -> SizeText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' is no size; write for example 64M, 8MB or 4096");
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertThatThrownBy(() -> SizeText.parse("8388608T"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'8388608T' is too large");
    }

    @ParameterizedTest
    @CsvSource({"20M/s, 20971520", "500K, 512000", "1MB/s, 1000000", "' 1M/s ', 1048576"})
    void readsRates(String text, long bytesPerSecond) {
        assertThat(SizeText.parseRate(text)).isEqualTo(bytesPerSecond);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/s", "20M/h", "fast", "20M/s/s"})
    void refusesWhatIsNoRate(String text) {
        assertThatThrownBy(() -> SizeText.parseRate(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'%s' is no rate; write for example 20M or 500K (bytes a second)", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0M/s", "0.4"})
    void refusesARateOfNothing(String text) {
        assertThatThrownBy(() -> SizeText.parseRate(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a rate must be more than zero");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "999.4, 999 B",
        "999.5, 1.00 kB",
        "1000, 1.00 kB",
        "9994, 9.99 kB",
        "9995, 10.0 kB",
        "99949, 99.9 kB",
        "99950, 100 kB",
        "999499, 999 kB",
        "999500, 1.00 MB",
        "1470000000, 1.47 GB",
        "25025314816, 25.0 GB",
        "9223372036854775807, 9.22 EB",
        "-1500, -1.50 kB",
    })
    void writesThreeDigits(double bytes, String text) {
        assertThat(SizeText.format(bytes)).isEqualTo(text);
        assertThat(SizeText.formatRate(bytes)).isEqualTo(text + "/s");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1023, 1023 B",
        "1024, 1 KiB",
        "1536, 1536 B",
        "33554432, 32 MiB",
        "3221225472, 3 GiB",
        "1099511627776, 1 TiB",
    })
    void writesBinaryUnitsWhereTheyFit(long bytes, String text) {
        assertThat(SizeText.formatBinary(bytes)).isEqualTo(text);
        assertThat(SizeText.parse(text.replace(" ", ""))).isEqualTo(bytes);
    }
}
