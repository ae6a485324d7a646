package dev.spindle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rescue.Outlook;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.rip.RipSnapshot.Phase;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

/** What the line says of the time that damaged places may take. */
@Tag("unit")
class ProgressLineTest {
    private static RipSnapshot with(Optional<Outlook> outlook) {
        var now = Samples.at(Phase.RETRYING, 1000, 500, 250);
        return new RipSnapshot(
                now.phase(),
                now.title(),
                now.file(),
                now.totalBytes(),
                now.finishedBytes(),
                4096,
                outlook,
                now.sample(),
                now.readRate(),
                now.confirmedRate(),
                now.secondsLeft(),
                now.destination(),
                now.healthReason(),
                now.healthSinceSeconds(),
                now.writeback(),
                now.stuckCalls(),
                now.chart(),
                now.waits(),
                now.stalls(),
                now.notice(),
                now.closeUps(),
                now.map(),
                now.isPaused(),
                now.verdict());
    }

    @ParameterizedTest
    @CsvSource({"40.4, perhaps 40 sectors", "0.6, perhaps 1 sector", "0.1, perhaps 0 sectors"})
    void tellsWhatMoreReadingCostsAndBrings(double sectors, String end) {
        String line = ProgressLine.plain(with(Optional.of(new Outlook(720, sectors))));
        assertThat(line)
                .contains("another " + Texts.seconds(720) + " for " + end)
                .doesNotContain(end + "s");
    }

    @Test
    void saysNothingBeforeThereIsAnOutlook() {
        assertThat(ProgressLine.plain(with(Optional.empty()))).doesNotContain("perhaps");
    }
}
