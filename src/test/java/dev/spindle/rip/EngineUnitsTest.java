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
import java.util.stream.LongStream;

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
        assertThat(exhaustedAt(patience, 0, 59_000, 1)).isEmpty();
        assertThat(exhaustedAt(patience, 59_000, 150_000, 2)).hasValue(119_000);
        assertThat(patience.isExhausted(150_000 * MILLI, 3)).isFalse();
        patience.restart(170_000 * MILLI);
        assertThat(exhaustedAt(patience, 170_000, 300_000, 3)).hasValue(230_000);
    }

    /** Looks as often as the conductor does. */
    private static OptionalLong exhaustedAt(
            Patience patience, long fromMillis, long untilMillis, long progress) {
        return LongStream.iterate(fromMillis, at -> at < untilMillis, at -> at + 100)
                .filter(at -> patience.isExhausted(at * MILLI, progress))
                .findFirst();
    }

    @Test
    void patienceBeforeTheFirstByteIsHalfAMinute() {
        var patience = new Patience(0, Patience.PREPARE_STILL);
        assertThat(exhaustedAt(patience, 0, 60_000, 1)).hasValue(30_000);
    }

    /** It gave the storage up as soon as a program that was suspended for a minute went on. */
    @Test
    void aSuspendedProgramDoesNotLosePatience() {
        var patience = new Patience(0);
        assertThat(exhaustedAt(patience, 0, 30_000, 1)).isEmpty();
        assertThat(exhaustedAt(patience, 3_600_000, 3_700_000, 1)).hasValue(3_630_100);
        patience.startSaving(3_700_000 * MILLI);
        assertThat(exhaustedAt(patience, 3_700_000, 3_700_300, 1)).isEmpty();
        assertThat(exhaustedAt(patience, 3_800_000, 3_900_000, 1)).hasValue(3_800_300);
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
        patience.startSaving(11_500 * MILLI);
        assertThat(patience.isExhausted(11_500 * MILLI, 99)).as("the limit stays").isTrue();
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
