package dev.spindle.ui.music;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.TrackProgress;
import dev.spindle.rip.TrackProgress.Stage;
import dev.spindle.ui.common.Tone;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("unit")
class TrackRowTest {
    private static TrackProgress track(Stage stage, double share, long trouble) {
        return new TrackProgress(7, "Gulls", "The Islanders", 16_700, stage, share, trouble, 0);
    }

    /** 75 sectors are a second. */
    @ParameterizedTest
    @CsvSource({"0,0:00", "75,0:01", "16700,3:43", "333000,74:00"})
    void lengthsAreMinutesAndSeconds(long sectors, String text) {
        assertThat(TrackRow.length(sectors)).isEqualTo(text);
    }

    @Test
    void whatIsUnderWayTellsHowFarItIsAndNeverRoundsUp() {
        assertThat(TrackRow.of(track(Stage.READING, 0.999, 0)).state()).isEqualTo("99 %");
        assertThat(TrackRow.of(track(Stage.WRITING, 0.417, 0)).state()).isEqualTo("41 %");
        assertThat(TrackRow.of(track(Stage.READ, 1, 0)).state()).isEqualTo("read");
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void eachStageHasWordsAndOnlyTroubleWarns(Stage stage) {
        var row = TrackRow.of(track(stage, 0.5, 0));
        assertThat(row.state()).isNotBlank();
        assertThat(row.detail()).endsWith(".");
        assertThat(row.spoken()).startsWith("07, Gulls, 3:43, ");
        boolean isTrouble =
                stage == Stage.DAMAGED || stage == Stage.DOUBTFUL || stage == Stage.INCOMPLETE;
        assertThat(row.tone() == Tone.WARNING).isEqualTo(isTrouble);
    }

    @Test
    void tellsHowMuchIsInTrouble() {
        assertThat(TrackRow.of(track(Stage.INCOMPLETE, 1, 44_100)).detail())
                .contains("silence")
                .contains("Length of it: 1");
        assertThat(TrackRow.of(track(Stage.DONE, 1, 0)).told())
                .startsWith("The Islanders - Gulls (3:43)\n");
    }
}
