package dev.spindle.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class ProbeForecastTest {
    private static ProbeMeasure measure(double bytesPerSecond, double longestStallSeconds) {
        long bytes = Math.round(bytesPerSecond * 10);
        return new ProbeMeasure(
                "steady", "direct", "", bytes, 9, 10, longestStallSeconds, 0, 0, 1, 0, 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    54e6|54000000|This destination takes 54.0 MB/s: keeps up with CD (7 MB/s), DVD (22 MB/s), Blu-ray at 6x (27 MB/s), Blu-ray at 12x (54 MB/s).
                    52e6|54000000|This destination takes 52.0 MB/s: keeps up with CD (7 MB/s), DVD (22 MB/s), Blu-ray at 6x (27 MB/s), Blu-ray at 12x (54 MB/s).
                    24e6|54000000|This destination takes 24.0 MB/s: keeps up with CD (7 MB/s), DVD (22 MB/s); expect waiting with Blu-ray at 6x (27 MB/s), Blu-ray at 12x (54 MB/s).
                    3e6|54000000|This destination takes 3.00 MB/s: expect waiting with CD (7 MB/s), DVD (22 MB/s), Blu-ray at 6x (27 MB/s), Blu-ray at 12x (54 MB/s).
                    8e6|8000000|This destination takes 8.00 MB/s: keeps up with CD (7 MB/s); nothing is said of DVD (22 MB/s), Blu-ray at 6x (27 MB/s), Blu-ray at 12x (54 MB/s), try a higher --rate.
                    """)
    void namesTheDiscsItKeepsUpWith(double measured, long pace, String sentence) {
        assertThat(ProbeForecast.sentence(measure(measured, 0.1), pace)).isEqualTo(sentence);
    }

    @Test
    void tellsOfAStallThatNoRingCarries() {
        assertThat(ProbeForecast.sentence(measure(54e6, 10), 54_000_000)).doesNotContain("stall");
        assertThat(ProbeForecast.sentence(measure(54e6, 12.5), 54_000_000))
                .endsWith("; a stall of 12.5 s would stop any drive for a while.");
    }

    @Test
    void whatTookNoTimeHasNoRate() {
        var nothing = new ProbeMeasure("plain", "buffered", "", 0, 0, 0, 0, 0, 0, 1, 0, 0);
        assertThat(nothing.sustainedRate()).isZero();
    }
}
