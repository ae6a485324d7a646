package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.DiscFacts;
import dev.spindle.disc.DiscSizes;
import dev.spindle.drive.DriveInfo;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;

/** Ring size, patience and base name. */
@Tag("unit")
final class EngineUnitsTest {
    private static final long MIB = 1L << 20;
    private static final long MILLI = 1_000_000;

    @ParameterizedTest
    @CsvSource({
        // top speed in MiB/s (0: unknown), memory in MiB, ring in MiB
        "72, 16384, 720",
        "1, 16384, 32",
        "0, 16384, 64",
        "0, 256, 32",
        "72, 1024, 128",
        "72, 64, 32",
    })
    void theRingHoldsTenSecondsWithinBounds(long speed, long memory, long ring) {
        var top = speed == 0 ? OptionalLong.empty() : OptionalLong.of(speed * MIB);
        assertThat(RingSize.choose(top, memory * MIB)).isEqualTo(ring * MIB);
    }

    @Test
    void patienceEndsAfterAMinuteWithoutProgress() {
        var patience = new Patience(0);
        assertThat(patience.isExhausted(59_000 * MILLI, 1)).isFalse();
        assertThat(patience.isExhausted(118_999 * MILLI, 1)).isFalse();
        assertThat(patience.isExhausted(119_000 * MILLI, 1)).isTrue();
        assertThat(patience.isExhausted(119_001 * MILLI, 2)).isFalse();
        patience.restart(170_000 * MILLI);
        assertThat(patience.isExhausted(229_999 * MILLI, 2)).isFalse();
        assertThat(patience.isExhausted(230_000 * MILLI, 2)).isTrue();
    }

    @Test
    void patienceWithSavingEndsAfterHalfASecondOrTenSeconds() {
        var patience = new Patience(0);
        patience.startSaving(1000 * MILLI);
        assertThat(patience.isExhausted(1000 * MILLI, 0)).isFalse();
        assertThat(patience.isExhausted(1499 * MILLI, 0)).isFalse();
        assertThat(patience.isExhausted(1500 * MILLI, 0)).isTrue();
        for (int step = 1; step < 40; step++) {
            long at = (1400L + 240L * step) * MILLI;
            assertThat(patience.isExhausted(at, step)).isEqualTo(at >= 11_000 * MILLI);
        }
        patience.startSaving(20_000 * MILLI);
        assertThat(patience.isExhausted(20_000 * MILLI, 99)).as("the limit stays").isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // wanted, label, file of the image, name
                "Mine, LABEL, /a/b.iso, Mine",
                "-, THE_FILM, /a/b.iso, THE_FILM",
                "-, A/B: C, /a/b.iso, A_B_ C",
                "-, DVD_VIDEO, /a/b.iso, DVD_VIDEO-2026-03-04-0506",
                "-, -, /a/b.c.iso, b.c",
                "-, -, /a/.iso, iso",
                "-, -, -, 2026-03-04-0506-BW-16D1HT",
            })
    void theNameComesFromLabelImageOrDate(
            String wanted, String label, String file, String expected) {
        var sizes = new DiscSizes(1, OptionalLong.empty(), OptionalLong.empty());
        var disc =
                new DiscFacts(
                        DiscFacts.Kind.DATA,
                        Optional.ofNullable(label),
                        "id",
                        1,
                        1,
                        sizes,
                        Optional.empty());
        var drive =
                new DriveInfo(
                        file == null ? "/dev/sr0" : file, "", "BW-16D1HT", "", "", file != null);
        Instant now = LocalDateTime.of(2026, 3, 4, 5, 6).atZone(ZoneId.systemDefault()).toInstant();
        assertThat(BaseName.choose(Optional.ofNullable(wanted), disc, drive, () -> now))
                .isEqualTo(expected);
    }
}
