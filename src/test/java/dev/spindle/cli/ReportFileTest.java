package dev.spindle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.timeline.ChartPoint;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Which record a name means, and the curve that a report draws. */
@Tag("unit")
class ReportFileTest {
    @ParameterizedTest
    @CsvSource({
        "/r/X.rip.json,/r/X.rip.json",
        "/r/X.iso,/r/X.rip.json",
        "/r/X.iso.part,/r/X.rip.json",
        "/r/X.map,/r/X.rip.json",
        "/r/X.sha256,/r/X.rip.json",
        "/r/X,/r/X.rip.json",
        "/r/X.iso.iso,/r/X.iso.rip.json",
        "/r/X.iso/Y,/r/X.iso/Y.rip.json",
        "/r/other.json,/r/other.json",
        "/r/X.part,/r/X.part.rip.json"
    })
    void everyFileOfARipLeadsToItsRecord(String named, String record) {
        assertThat(ReportFile.of(Path.of(named))).isEqualTo(Path.of(record));
    }

    /** An image of gigabytes that somebody named .json is not read into memory. */
    @Test
    void whatIsFarTooLargeIsNotRead(@TempDir Path folder) throws IOException {
        var path = folder.resolve("image.json");
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength((64L << 20) + 1);
        }
        assertThatThrownBy(() -> ReportFile.read(path))
                .isInstanceOf(UsageException.class)
                .hasMessage(path + " is too large for the record of a rip");
    }

    private static List<ChartPoint> points(double... rates) {
        var chart = new ArrayList<ChartPoint>();
        for (int i = 0; i < rates.length; i++) {
            chart.add(new ChartPoint(i + 1, rates[i], rates[i], rates[i], rates[i], 0, 0));
        }
        return chart;
    }

    private static String curve(int width, double top, double... rates) {
        return Sparkline.of(points(rates), ChartPoint::readRate, top, width);
    }

    @Test
    void theTopIsDarkestAndNothingIsBlank() {
        assertThat(curve(3, 100, 0, 50, 100)).isEqualTo(" +@");
        assertThat(curve(1, 100, 100)).isEqualTo("@");
        assertThat(curve(2, 100, 0, 0)).isEqualTo("  ");
    }

    @Test
    void aTrickleIsNotNothing() {
        assertThat(curve(2, 1e9, 1, 0)).isEqualTo(". ");
    }

    @Test
    void whatIsAboveTheTopIsAsDarkAsTheTop() {
        assertThat(curve(1, 100, 500)).isEqualTo("@");
    }

    /** Several points in one column are their mean; one point over several columns fills them. */
    @Test
    void pointsAreSpreadOverTheWidth() {
        assertThat(curve(2, 100, 0, 100, 100, 100)).isEqualTo("+@");
        assertThat(curve(6, 100, 100, 0, 100)).isEqualTo("@@  @@");
    }

    @Test
    void withoutATimeOrATopThereIsNoCurve() {
        assertThat(curve(5, 0, 1, 2)).isEmpty();
        assertThat(curve(5, Double.NaN, 1, 2)).isEmpty();
        assertThat(
                        Sparkline.of(
                                List.of(new ChartPoint(0, 1, 1, 1, 1, 0, 0)),
                                ChartPoint::readRate,
                                1,
                                5))
                .isEmpty();
    }
}
