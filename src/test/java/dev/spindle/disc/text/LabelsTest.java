package dev.spindle.disc.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Labels and names as bytes, some of which are none. */
@Tag("unit")
class LabelsTest {
    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] wide(String text) {
        return text.getBytes(StandardCharsets.UTF_16BE);
    }

    /** A field of 32 bytes. */
    private static Optional<String> dstring(int compression, byte[] characters, int used) {
        byte[] field = new byte[32];
        field[0] = (byte) compression;
        System.arraycopy(characters, 0, field, 1, characters.length);
        field[31] = (byte) used;
        return Labels.dstring(field);
    }

    @Test
    void isoLabelsLoseTheirPaddingAndControls() {
        assertThat(Labels.iso(latin("HOLIDAY   "))).hasValue("HOLIDAY");
        assertThat(Labels.iso(latin("  Größe\0\0"))).hasValue("Größe");
        assertThat(Labels.iso(latin("A\u001B[2J\u0085B"))).hasValue("A[2JB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\0\0\0", " \u0001 \u0085"})
    void whatShowsNothingIsNoLabel(String text) {
        assertThat(Labels.iso(latin(text))).isEmpty();
        assertThat(Labels.joliet(wide(text))).isEmpty();
    }

    @Test
    void jolietLabelsAreWide() {
        assertThat(Labels.joliet(wide("映画 💿  "))).hasValue("映画 💿");
        assertThat(Labels.joliet(new byte[] {0, 'A', (byte) 0xD8, 0})).as("half a pair").isEmpty();
        assertThat(Labels.joliet(new byte[] {0, 'A', 0})).as("half a character").isEmpty();
    }

    @Test
    void dstringsTellTheirLength() {
        assertThat(dstring(8, latin("HOLIDAY"), 8)).hasValue("HOLIDAY");
        assertThat(dstring(8, latin("HOLIDAY"), 4)).hasValue("HOL");
        assertThat(dstring(16, wide("映画"), 5)).hasValue("映画");
        assertThat(dstring(16, wide("映画"), 4)).as("half a character").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"8, 0", "8, 1", "8, 32", "8, 255", "0, 8", "9, 8", "254, 8"})
    void dstringsThatAreNoneHaveNoText(int compression, int used) {
        assertThat(dstring(compression, latin("HOLIDAY"), used)).isEmpty();
    }

    @Test
    void aFieldMayBeFullToItsLengthByte() {
        assertThat(dstring(8, latin("x".repeat(30)), 31)).hasValue("x".repeat(30));
    }

    @Test
    void posixNamesAreUtf8IfTheyCanBe() {
        assertThat(DiscText.posix("Größe 映".getBytes(StandardCharsets.UTF_8))).isEqualTo("Größe 映");
        assertThat(DiscText.posix(latin("Größe"))).isEqualTo("Größe");
        assertThat(DiscText.posix(new byte[] {(byte) 0xC0, (byte) 0x80})).isEqualTo("\u00C0\u0080");
        assertThat(DiscText.posix(new byte[0])).isEmpty();
    }

    @Test
    void wideNamesKeepPairsAndShowHalves() {
        assertThat(DiscText.ucs2(wide("a映💿"))).isEqualTo("a映💿");
        assertThat(DiscText.ucs2(new byte[] {(byte) 0xD8, 0, 0, 'b'})).startsWith("\uFFFD");
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"'',_", ".,_.", "..,_..", "...,...", "a/b,a_b", "/,_", "' ',' '", ".x,.x"})
    void aNameHasNoSlashAndIsNeitherHereNorAbove(String text, String name) {
        assertThat(DiscText.name(text)).isEqualTo(name);
    }

    @Test
    void nulIsReplacedAndOtherControlsStay() {
        assertThat(DiscText.name("a\0b\nc")).isEqualTo("a_b\nc");
    }
}
