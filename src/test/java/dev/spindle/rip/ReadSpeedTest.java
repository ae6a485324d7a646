package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.toc.MediumFamily;
import dev.spindle.drive.medium.Medium;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Speeds in bytes of user data a second: the user's, and that for damaged places. */
@Tag("unit")
class ReadSpeedTest {
    @ParameterizedTest
    @CsvSource({
        "CD, 1, 153600",
        "CD, 48, 7372800",
        "DVD, 1, 1385000",
        "DVD, 16, 22160000",
        "UNKNOWN, 4, 5540000",
        "BLU_RAY, 6, 26973750",
        "HD_DVD, 1, 4495625"
    })
    void timesCountFromTheSpeedThatTheMediumWasMadeFor(
            MediumFamily family, int factor, long bytesPerSecond) {
        assertThat(new ReadSpeed.Times(factor).bytesPerSecond(family)).isEqualTo(bytesPerSecond);
    }

    @ParameterizedTest
    @EnumSource(MediumFamily.class)
    void aRateIsTheSameForAllMedia(MediumFamily family) {
        assertThat(new ReadSpeed.Rate(5_000_000).bytesPerSecond(family)).isEqualTo(5_000_000);
    }

    @ParameterizedTest
    @CsvSource({"0x08, 1228800", "0x10, 5540000", "0x40, 8991250", "0x50, 8991250", "0, 5540000"})
    void damageIsReadSlowlyForTheMedium(String profile, long bytesPerSecond) {
        assertThat(DriveWishes.NONE.speedInDamage(medium(Integer.decode(profile))))
                .hasValue(bytesPerSecond);
    }

    @Test
    void whereTheUserChoseNothingElseIsAskedFor() {
        var wishes = new DriveWishes(Optional.of(new ReadSpeed.Times(4)), false);
        assertThat(wishes.speedInDamage(medium(0x10))).isEqualTo(OptionalLong.empty());
    }

    private static Medium medium(int profile) {
        return new Medium(
                OptionalInt.of(profile),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                false,
                OptionalLong.empty(),
                Optional.empty());
    }
}
