package dev.spindle.disc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

@Tag("unit")
class NameFromLabelTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            textBlock =
                    """
                    MY_DISC          ~ MY_DISC
                    A/B\\C:D*E?F"G<H>I|J ~ A_B_C_D_E_F_G_H_I_J
                    `  .hidden. . `  ~ hidden
                    ../../etc/passwd ~ _.._etc_passwd
                    Die Größe 映画   ~ Die Größe 映画
                    """)
    void awkwardCharactersAreReplaced(String label, String name) {
        assertThat(NameFromLabel.of(label)).hasValue(name);
    }

    @Test
    void controlsAndTurningCharactersAreReplaced() {
        assertThat(NameFromLabel.of("a\nb\u202Ec\uD800d\0")).hasValue("a_b_c_d_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", ". . ."})
    void nothingIsLeftOfNothing(String label) {
        assertThat(NameFromLabel.of(label)).isEmpty();
    }

    @Test
    void namesAreAtMostAHundredBytesOfWholeCharacters() {
        assertThat(NameFromLabel.of("x".repeat(300))).hasValue("x".repeat(100));
        assertThat(NameFromLabel.of("映".repeat(40))).hasValue("映".repeat(33));
        assertThat(NameFromLabel.of("💿".repeat(40))).hasValue("💿".repeat(25));
        String spaced = NameFromLabel.of("x".repeat(99) + " y").orElseThrow();
        assertThat(spaced).isEqualTo("x".repeat(99));
        assertThat(spaced.getBytes(StandardCharsets.UTF_8)).hasSize(99);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DVD_VIDEO",
                "CDROM",
                "LOGICAL_VOLUME_ID",
                "NEW",
                "UDF VOLUME",
                "Audio CD",
                "",
                " ",
                "UDF Volume",
                "LinuxUDF",
                "ISOIMAGE",
                "dvd_video"
            })
    void genericLabelsSayNothing(String label) {
        assertThat(NameFromLabel.isGeneric(label)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPINDLE_DEMO", "NEW_ORDER", "CDROMANCE", "DVD_VIDEO_2"})
    void otherLabelsSaySomething(String label) {
        assertThat(NameFromLabel.isGeneric(label)).isFalse();
    }
}
