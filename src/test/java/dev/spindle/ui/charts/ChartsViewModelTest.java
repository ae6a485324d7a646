package dev.spindle.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spindle.timeline.ChartPoint;
import dev.spindle.timeline.ChartWindows;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;
import dev.spindle.timeline.WaitPoint;
import dev.spindle.ui.Examples;
import dev.spindle.ui.FakeRip;
import dev.spindle.ui.rip.RipViewModel;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** Zoom, crosshair and the way from the list of stalls. */
@Tag("unit")
class ChartsViewModelTest {
    private final FakeRip rip = new FakeRip(Examples.degraded());
    private final RipViewModel page = new RipViewModel(r -> r::stop);
    private final ChartsViewModel model = new ChartsViewModel(page);

    private ChartsViewModel.Picture picture() {
        return model.pictureProperty().get();
    }

    @Test
    void zoomsIn() {
        page.begin(rip);
        double end = picture().data().endSeconds();
        assertThat(picture().data().startSeconds()).isZero();
        model.zoomProperty().set(Zoom.MINUTE);
        assertThat(picture().data().startSeconds()).isCloseTo(end - 60, within(0.001));
        assertThat(picture().data().endSeconds()).isEqualTo(end);
        assertThat(picture().data().stalls())
                .isNotEmpty()
                .allMatch(stall -> stall.startSeconds() + stall.seconds() > end - 60);
        model.zoomProperty().set(Zoom.TEN_MINUTES);
        assertThat(picture().data().startSeconds()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"30, MINUTE", "300, TEN_MINUTES", "3000, ALL"})
    void aStallIsShownAsCloseAsItFits(double age, Zoom zoom) {
        var stall = new Stall("writer", 4000 - age, 1, Side.STORAGE, "x");
        var point = new ChartPoint(3999, 1, 1, 1, 1, 1, 1);
        var closeUps = new ChartWindows(List.of(point), List.of(point), List.of(), List.of());
        assertThat(Zoom.on(stall, 4000, closeUps)).isEqualTo(zoom);
        assertThat(Zoom.on(stall, 4000, ChartWindows.none()))
                .as("where only the whole was kept")
                .isEqualTo(Zoom.ALL);
    }

    @Test
    void jumpsToAStall() {
        page.begin(rip);
        var stall = rip.snapshot().stalls().getFirst();
        page.chooseStall(stall);
        assertThat(picture().marked()).contains(stall);
        assertThat(picture().cursor().getAsDouble())
                .isCloseTo(stall.startSeconds() + stall.seconds() / 2, within(0.001));
        assertThat(picture().readout()).contains("stall by Storage");
        assertThat(model.zoomProperty().get()).isEqualTo(Zoom.TEN_MINUTES);
        model.pointNowhere();
        assertThat(picture().marked()).isEmpty();
        page.chooseStall(stall);
        assertThat(picture().marked()).contains(stall);
    }

    @Test
    void theCrosshairMovesByKeysAndStaysInside() {
        page.begin(rip);
        var data = picture().data();
        model.step(-1);
        assertThat(picture().cursor().getAsDouble())
                .isCloseTo(data.endSeconds() * 0.99, within(0.001));
        model.step(-1000);
        assertThat(picture().cursor().getAsDouble()).isZero();
        model.step(Short.MAX_VALUE);
        assertThat(picture().cursor().getAsDouble()).isEqualTo(data.endSeconds());
        model.pointNowhere();
        assertThat(picture().readout()).startsWith("Values: point at a chart");
    }

    @Test
    void whatLeavesTheAxisIsPointedAtNoMore() {
        page.begin(rip);
        model.pointAt(1);
        model.zoomProperty().set(Zoom.MINUTE);
        assertThat(picture().cursor()).isEmpty();
        model.zoomProperty().set(Zoom.ALL);
        assertThat(picture().cursor()).hasValue(1);
    }

    @Test
    void theReadoutTellsThePointAndTheWait() {
        var data =
                new ChartData(
                        List.of(
                                new ChartPoint(1, 1e6, 1e6, 2e6, 3e6, 4 << 20, 8 << 20),
                                new ChartPoint(2, 5e6, 1e6, 2e6, 3e6, 4 << 20, 8 << 20)),
                        List.of(new WaitPoint(1.5, 0.1, 0.25, 0.1, 0.2)),
                        List.of(
                                new Stall("reader", 0, 2, Side.DRIVE, "long"),
                                new Stall("writer", 1, 0.4, Side.STORAGE, "short")),
                        0,
                        10,
                        0);
        assertThat(ChartReadout.at(data, 1.2))
                .isEqualTo(
                        "0:01  ·  read 5.0 MB/s  ·  written 2.0 MB/s  ·  confirmed 3.0 MB/s"
                                + "  ·  chunk 4.0 MiB  ·  unconfirmed 8.0 MiB  ·  waited 250 ms"
                                + "  ·  stall by Storage, 400 ms");
        assertThat(ChartReadout.at(data, 9)).isEqualTo("0:09");
        assertThat(ChartReadout.point(data, 1)).map(ChartPoint::readRate).contains(1e6);
        assertThat(ChartReadout.point(data, 2.1)).isEmpty();
    }

    /** The place of a readout is kept by one that has all there can be. */
    @Test
    void theLongestReadoutHasEveryValue() {
        assertThat(ChartReadout.longest())
                .contains("read 999.9 MB/s", "written 999.9 MB/s", "confirmed 999.9 MB/s")
                .contains("chunk 999.0 MiB", "unconfirmed 999.0 MiB")
                .contains("waited 59:59 min", "stall by ", ", 59:59 min");
    }
}
