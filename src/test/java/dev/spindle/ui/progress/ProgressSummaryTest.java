package dev.spindle.ui.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rescue.Outlook;
import dev.spindle.rip.RipOutcome;
import dev.spindle.ui.ExampleMusic;
import dev.spindle.ui.Examples;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ProgressSummaryTest {
    @Test
    void keepsReadAndDurableApart() {
        var now = ProgressSummary.of(Examples.degraded());
        assertThat(now.phase()).isEqualTo("Reading · HOLIDAY_2019");
        assertThat(now.read()).isEqualTo("Read 61.9 % (2.72 GB of 4.38 GB)");
        assertThat(now.durable()).isEqualTo("Safely on disk 54.9 % (2.41 GB of 4.38 GB)");
        assertThat(now.durableShare()).isLessThan(now.readShare());
        assertThat(now.bad()).isEqualTo("98.3 kB unreadable so far");
        assertThat(now.timeLeft()).isEqualTo("1:18");
        assertThat(now.cushion().text()).isEqualTo("6.4 s · ample");
        assertThat(now.chunk()).isEqualTo("64 MiB");
        assertThat(now.unconfirmed()).isEqualTo("64.0 MiB");
    }

    @Test
    void saysHundredPercentOnlyOfAllBytes() {
        assertThat(ProgressSummary.of(Examples.healthy(0.9999)).read()).startsWith("Read 99.9 %");
        assertThat(ProgressSummary.of(Examples.ended(RipOutcome.COMPLETE)).durable())
                .startsWith("Safely on disk 100.0 %");
    }

    @Test
    void tellsWhatTryingOnIsExpectedToBring() {
        assertThat(ProgressSummary.of(Examples.degraded()).outlook()).isEmpty();
        assertThat(outlook(720, 39.6)).isEqualTo("Another 12:00 min for perhaps 40 sectors");
        assertThat(outlook(61, 1.4)).isEqualTo("Another 1:01 min for perhaps one sector");
        assertThat(outlook(7200, 0.2)).isEqualTo("Another 2:00 h, probably for nothing");
    }

    private static String outlook(double seconds, double sectors) {
        return ProgressSummary.of(Examples.retrying(new Outlook(seconds, sectors))).outlook();
    }

    @Test
    void drawsUnknownAsUnknown() {
        var now = ProgressSummary.of(Examples.preparing());
        assertThat(now.read()).isEqualTo("Read 0.0 % (0 B of –)");
        assertThat(now.timeLeft()).isEqualTo("–");
        assertThat(now.chunk()).isEqualTo("–");
        assertThat(now.file()).isEmpty();
    }

    /** What is counted while tracks are made says nothing of the image, nor of what is durable. */
    @Test
    void whileTracksAreMadeNothingElseIsClaimed() {
        var now =
                ProgressSummary.of(
                        ExampleMusic.at(dev.spindle.rip.RipSnapshot.Phase.MAKING_TRACKS, 0.5));
        assertThat(now.durableShare()).isZero();
        assertThat(now.read()).isEqualTo("Written and compared 50.0 %");
        assertThat(now.durable()).startsWith("The image is safely on disk (");
        var again =
                ProgressSummary.of(
                        ExampleMusic.at(dev.spindle.rip.RipSnapshot.Phase.CONFIRMING, 0.5));
        assertThat(again.read()).startsWith("Read again 50.0 % (");
    }

    /** Also where the engine has nothing else to tell. */
    @Test
    void aDestinationThatStandsStillIsTold() {
        assertThat(ProgressSummary.of(Examples.degraded()).notice())
                .isEqualTo("The destination makes no progress.");
        assertThat(ProgressSummary.of(Examples.healthy(0.5)).notice()).isEmpty();
        assertThat(ProgressSummary.of(Examples.saving()).notice()).startsWith("Saving the last");
    }
}
