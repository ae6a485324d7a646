package dev.spindle.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.RipOutcome;
import dev.spindle.ui.Examples;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;
import dev.spindle.ui.rip.RipViewModel.State;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Locale;

@Tag("unit")
class JobLineTest {
    @Test
    void tellsWhereARipIs() {
        var line = JobLine.of(Examples.healthy(0.5), State.RIPPING);
        assertThat(line.status()).isEqualTo("Reading");
        assertThat(line.percent()).isEqualTo("50.0 %");
        assertThat(line.timeLeft()).isEqualTo("1:18 left");
        assertThat(line.readShare()).isEqualTo(0.5);
        assertThat(line.durableShare()).isBetween(0.4, 0.45);
        assertThat(line.brief()).isEqualTo("Reading · 50.0 % · 1:18 left");
        assertThat(line.spoken()).startsWith("Reading, 50.0 %, 1:18 left, limited by: ");
        assertThat(line.tone()).isEqualTo(Tone.NEUTRAL);
    }

    @Test
    void saysNothingThatIsNotKnown() {
        var line = JobLine.of(Examples.preparing(), State.RIPPING);
        assertThat(line.percent()).isEmpty();
        assertThat(line.timeLeft()).isEmpty();
        assertThat(line.limit()).isEmpty();
        assertThat(line.spoken()).isEqualTo("Preparing");
    }

    @Test
    void saysThatItStops() {
        assertThat(JobLine.of(Examples.saving(), State.STOPPING).status()).isEqualTo("Stopping");
        var abandoned = JobLine.of(Examples.saving(), State.ABANDONING);
        assertThat(abandoned.status()).isEqualTo("Abandoning");
        assertThat(abandoned.notice()).isEqualTo("Saving the last 41 MiB");
    }

    @Test
    void saysItInTheWindowsLanguage() {
        try {
            Texts.use(Locale.GERMAN);
            assertThat(JobLine.of(Examples.saving(), State.STOPPING).notice())
                    .isEqualTo("Die letzten 41 MiB werden gesichert");
        } finally {
            Texts.use(Locale.ENGLISH);
        }
    }

    @Test
    void endsWithItsVerdict() {
        var complete = JobLine.of(Examples.ended(RipOutcome.COMPLETE), State.ENDED);
        assertThat(complete.brief()).isEqualTo("Complete and safely on disk");
        assertThat(complete.tone()).isEqualTo(Tone.SUCCESS);
        assertThat(complete.timeLeft()).isEmpty();
        var stopped = JobLine.of(Examples.ended(RipOutcome.STOPPED), State.ENDED);
        assertThat(stopped.tone()).isEqualTo(Tone.WARNING);
        var failed = JobLine.of(Examples.ended(RipOutcome.DESTINATION_FAILED), State.ENDED);
        assertThat(failed.tone()).isEqualTo(Tone.DANGER);
    }
}
