package dev.spindle.disc.iso;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

@Tag("unit")
class IsoDatesTest {
    private static String of(String digits, int quarters) {
        byte[] field = (digits + (char) (quarters & 0xFF)).getBytes(StandardCharsets.ISO_8859_1);
        return IsoDates.of(field).map(Object::toString).orElse("none");
    }

    private static String of(int... numbers) {
        var field = new byte[numbers.length];
        for (int i = 0; i < field.length; i++) {
            field[i] = (byte) numbers[i];
        }
        return IsoDates.of(field).map(Object::toString).orElse("none");
    }

    @Test
    void digitsAreLocalTimesWithTheirZone() {
        assertThat(of("2026112013414299", 0)).isEqualTo("2026-11-20T13:41:42.990Z");
        assertThat(of("2026112013414200", 4)).isEqualTo("2026-11-20T12:41:42Z");
        assertThat(of("2026112013414200", -8)).isEqualTo("2026-11-20T15:41:42Z");
        assertThat(of("2026112013414200", 100)).isEqualTo("2026-11-20T13:41:42Z");
    }

    @Test
    void whatIsNoDateIsNone() {
        assertThat(of("0000000000000000", 0)).isEqualTo("none");
        assertThat(of("2026130113414200", 0)).isEqualTo("none");
        assertThat(of("20261x0113414200", 0)).isEqualTo("none");
        assertThat(of("\0".repeat(16), 0)).isEqualTo("none");
        assertThat(of(0, 0, 0, 0, 0, 0, 0)).isEqualTo("none");
        assertThat(of(126, 2, 30, 0, 0, 0, 0)).isEqualTo("none");
    }

    @Test
    void numbersCountYearsFrom1900() {
        assertThat(of(126, 11, 20, 13, 41, 42, 0)).isEqualTo("2026-11-20T13:41:42Z");
        assertThat(of(255, 1, 1, 0, 0, 0, -4)).isEqualTo("2155-01-01T01:00:00Z");
    }
}
