package dev.spindle.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.library.TestMemory;
import dev.spindle.ui.common.Tone;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What is said before a rip, for each state of knowledge. */
@Tag("unit")
class ForecastTest {
    private static final long DVD = 4_380_000_000L;
    private static final OptionalLong DRIVE = OptionalLong.of(27_000_000);
    private static final OptionalLong NO_DRIVE = OptionalLong.empty();
    private static final OptionalDouble NO_RIP = OptionalDouble.empty();
    private static final Optional<TestMemory> NO_TEST = Optional.empty();

    private static Optional<TestMemory> test(long pace, double rate) {
        return Optional.of(new TestMemory(Instant.EPOCH, pace, rate, 0.3, 9.1));
    }

    private static Forecast of(
            long bytes, OptionalLong drive, Optional<TestMemory> test, OptionalDouble earlier) {
        return Forecast.of(new Forecast.Known(bytes, drive, test, earlier));
    }

    @Test
    void aFolderThatIsSlowerThanTheDriveMakesItWait() {
        var forecast = of(DVD, DRIVE, test(54_000_000, 11e6), NO_RIP);
        assertThat(forecast.text())
                .isEqualTo(
                        "Forecast: about 7 min. This folder takes 11.0 MB/s, the drive gives up"
                                + " to 27.0 MB/s: expect waiting.");
        assertThat(forecast.tone()).isEqualTo(Tone.WARNING);
        assertThat(forecast.brief()).isEqualTo("about 7 min");
    }

    @Test
    void aFolderThatIsFasterKeepsUp() {
        var forecast = of(DVD, DRIVE, test(54_000_000, 53.9e6), NO_RIP);
        assertThat(forecast.text()).endsWith("takes at least 53.9 MB/s and keeps up.");
        assertThat(forecast.text()).startsWith("Forecast: about 4 min.");
        assertThat(forecast.tone()).isEqualTo(Tone.NEUTRAL);
    }

    @Test
    void aTestThatWasSlowerThanTheDriveProvesNothing() {
        var forecast = of(DVD, DRIVE, test(11_000_000, 11e6), NO_RIP);
        assertThat(forecast.text()).contains("the folder was tested with 11.0 MB/s only");
        assertThat(forecast.tone()).isEqualTo(Tone.NEUTRAL);
    }

    @Test
    void whatIsUnknownIsSaidToBeUnknown() {
        assertThat(of(DVD, DRIVE, NO_TEST, NO_RIP).text())
                .contains("if the folder keeps up")
                .endsWith("nothing is known of the folder yet.");
        assertThat(of(DVD, NO_DRIVE, test(54_000_000, 11e6), NO_RIP).text())
                .startsWith("Forecast: about 7 min or more. This folder takes 11.0 MB/s;");
        var nothing = of(DVD, NO_DRIVE, NO_TEST, NO_RIP);
        assertThat(nothing.text()).startsWith("How long it will take is not known");
        assertThat(nothing.brief()).isEmpty();
    }

    @Test
    void anEarlierRipTellsMoreThanADrivesTopSpeed() {
        var forecast = of(DVD, DRIVE, NO_TEST, OptionalDouble.of(9e6));
        assertThat(forecast.text())
                .isEqualTo(
                        "Forecast: about 8 min. The last rip of such a disc from this drive into"
                                + " this folder ran at 9.0 MB/s.");
        assertThat(of(DVD, DRIVE, test(54_000_000, 11e6), OptionalDouble.of(9e6)).brief())
                .isEqualTo("about 8 min");
    }

    @Test
    void timesAreAsExactAsTheyCanBe() {
        assertThat(of(20_000_000, DRIVE, NO_TEST, NO_RIP).brief()).isEqualTo("less than a minute");
        assertThat(of(50_000_000_000L, NO_DRIVE, NO_TEST, OptionalDouble.of(9e6)).brief())
                .isEqualTo("about 1 h 33 min");
    }
}
