package dev.spindle.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.timeline.ChartPoint;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;
import dev.spindle.timeline.WaitPoint;
import dev.spindle.ui.Examples;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What the charts have to hold, and the colours that they draw with. */
@Tag("unit")
class ChartDataTest {
    private static final Path STYLE = Path.of("src/main/resources/dev/spindle/ui/spindle.css");

    private static ChartPoint point(
            double read, double written, double confirmed, long chunk, long open) {
        return new ChartPoint(1, read, read, written, confirmed, chunk, open);
    }

    private static ChartData data(List<ChartPoint> points, List<WaitPoint> waits, long budget) {
        return new ChartData(points, waits, List.of(), 0, 10, budget);
    }

    @ParameterizedTest
    @CsvSource({"9, 2, 3", "2, 9, 3", "2, 3, 9"})
    void theAxisHoldsTheHighestOfTheRates(double read, double written, double confirmed) {
        var points = List.of(point(1, 1, 1, 0, 0), point(read, written, confirmed, 0, 0));
        assertThat(data(points, List.of(), 0).highestRate()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({"9, 2, 3", "2, 9, 3", "2, 3, 9"})
    void theAxisHoldsChunkUnconfirmedAndBudget(long chunk, long open, long budget) {
        var points = List.of(point(0, 0, 0, chunk, open), point(0, 0, 0, 1, 1));
        assertThat(data(points, List.of(), budget).highestOfChunks()).isEqualTo(9);
    }

    /** As those of a move, whose image has its charts from the rip. */
    @Test
    void theAxisHoldsAlsoStallsBehindTheLastPoint() {
        var now = Examples.healthy(1);
        double end = ChartData.of(now, Zoom.ALL).endSeconds();
        var later = now.withStalls(List.of(new Stall("writer", end + 30, 4, Side.STORAGE, "x")));
        assertThat(ChartData.of(later, Zoom.ALL).endSeconds()).isEqualTo(end + 34);
    }

    @Test
    void theLongestWaitIsTheHighEndOfAPoint() {
        var waits = List.of(new WaitPoint(1, 0.1, 0.2, 5, 6), new WaitPoint(2, 0.3, 0.7, 8, 9));
        assertThat(data(List.of(), waits, 0).longestWaitSeconds()).isEqualTo(0.7);
    }

    @Test
    void atTheBeginningTheAxisDoesNotRace() {
        assertThat(ChartData.of(Examples.preparing(), Zoom.ALL).endSeconds()).isEqualTo(10);
        assertThat(ChartData.of(Examples.healthy(0.001), Zoom.ALL).endSeconds()).isEqualTo(10);
        assertThat(ChartData.of(Examples.preparing(), Zoom.ALL).budgetBytes()).isZero();
        assertThat(ChartData.none().highestRate()).isZero();
        assertThat(ChartData.none().highestOfChunks()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Ink.class)
    void theStyleSheetKnowsEachInkInLightAndDark(Ink ink) throws IOException {
        String style = Files.readString(STYLE);
        assertThat(style).containsPattern(ink.cssName() + "\\s*:");
    }

    @Test
    void eachSideHasAnInkOfItsOwn() {
        assertThat(Arrays.stream(Side.values()).map(Ink::of)).doesNotHaveDuplicates();
        assertThat(Ink.of(Side.STORAGE).cssName()).isEqualTo("-ink-storage");
    }
}
