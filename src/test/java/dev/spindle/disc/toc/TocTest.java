package dev.spindle.disc.toc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.toc.Track.Mode;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** The numbers of MMC and what they mean. */
@Tag("unit")
class TocTest {
    @ParameterizedTest
    @CsvSource({
        "0x08, CD",
        "0x0A, CD",
        "0x10, DVD",
        "0x1B, DVD",
        "0x2B, DVD",
        "0x40, BLU_RAY",
        "0x43, BLU_RAY",
        "0x50, HD_DVD",
        "0x5A, HD_DVD",
        "0x00, UNKNOWN",
        "0xFFFF, UNKNOWN",
    })
    void profilesAreOfFamilies(String profile, MediumFamily family) {
        assertThat(MediumFamily.ofProfile(Integer.decode(profile))).isEqualTo(family);
    }

    @Test
    void theControlNibbleTellsAudioFromData() {
        assertThat(Track.mode(0x1, 1)).isEqualTo(Mode.AUDIO);
        assertThat(Track.mode(0x4, 1)).isEqualTo(Mode.MODE_1);
        assertThat(Track.mode(0x6, 2)).isEqualTo(Mode.MODE_2);
        assertThat(Track.mode(0x4, 0xF)).isEqualTo(Mode.DATA);
    }

    @Test
    void theLastSessionWithDataHasTheFileSystem() {
        var audio = new Track(1, 1, 0, 100, Mode.AUDIO);
        var data = new Track(2, 2, 11_500, 100, Mode.MODE_2);
        var more = new Track(3, 2, 11_700, 100, Mode.MODE_2);
        var toc = new DiscToc(List.of(audio, data, more), 11_800);
        assertThat(toc.lastDataSessionLba()).hasValue(11_500);
        assertThat(toc.isEnhanced()).isTrue();
        assertThat(toc.sessions()).isEqualTo(2);
        assertThat(toc.hasMode2()).isTrue();
        assertThat(data.endLba()).isEqualTo(11_600);
        var music = new DiscToc(List.of(audio), 100);
        assertThat(music.lastDataSessionLba()).isEmpty();
        assertThat(music.isEnhanced()).isFalse();
    }

    @Test
    void statusAndProtectionAreNumbers() {
        assertThat(DiscInformation.status(0)).isEqualTo(DiscInformation.Status.BLANK);
        assertThat(DiscInformation.status(0xFE)).isEqualTo(DiscInformation.Status.COMPLETE);
        assertThat(MediumFacts.protectionSystem(0)).isEmpty();
        assertThat(MediumFacts.protectionSystem(1)).hasValue("CSS");
        assertThat(MediumFacts.protectionSystem(0x10)).hasValue("AACS");
    }
}
