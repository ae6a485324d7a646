package dev.spindle.ui.charts;

import dev.spindle.ui.rip.RipViewModel;

import javafx.fxml.FXML;

/** Controller of ChartsView.fxml. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class ChartsController {
    private final RipViewModel model;

    @FXML private ThroughputPlot throughput;
    @FXML private ChunkPlot chunk;
    @FXML private WaitPlot wait;

    public ChartsController(RipViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        model.snapshotProperty()
                .subscribe(now -> show(now.map(ChartData::of).orElse(ChartData.none())));
    }

    private void show(ChartData data) {
        throughput.show(data);
        chunk.show(data);
        wait.show(data);
    }
}
