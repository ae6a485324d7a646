package dev.spindle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.record.RescueRecord;
import dev.spindle.rip.record.RescueRecord.Means;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a report says of damaged places. */
@Tag("unit")
class RescueTextTest {
    @Test
    void saysNothingWhereNothingFailed() {
        assertThat(RescueText.lines(RescueRecord.NOTHING)).isEmpty();
        var good = new RescueRecord(Map.of("sweep", new Means(10, 0, 320)), Map.of());
        assertThat(RescueText.lines(good)).isEmpty();
    }

    @Test
    void tellsWhatHelpedAndWhatIsDamaged() {
        var means = new LinkedHashMap<String, Means>();
        means.put("sweep", new Means(10, 1, 288));
        means.put("retry backwards", new Means(3, 2, 1));
        var rescue = new RescueRecord(means, Map.of("VIDEO/A.VOB", 1L));
        assertThat(RescueText.lines(rescue))
                .containsExactly(
                        "  sweep        288 sectors by 10 reads, 1 failed",
                        "  retry backwards 1 sector by 3 reads, 2 failed",
                        "  damaged      VIDEO/A.VOB: 1 sector");
    }

    @Test
    void namesTwentyFilesAndCountsTheRest() {
        var files = new LinkedHashMap<String, Long>();
        for (int i = 0; i < 25; i++) {
            files.put("file" + i, 2L);
        }
        var lines = RescueText.lines(new RescueRecord(Map.of(), files));
        assertThat(lines).hasSize(21);
        assertThat(lines.getLast()).endsWith("and 5 more; --json names all");
    }
}
