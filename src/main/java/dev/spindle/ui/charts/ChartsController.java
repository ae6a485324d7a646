package dev.spindle.ui.charts;

import dev.spindle.ui.rip.RipViewModel;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;

import java.util.List;

/** Controller of ChartsView.fxml. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class ChartsController {
    /** A page up or down moves the crosshair so many steps. */
    private static final int LONG_STEP = 10;

    private final ChartsViewModel model;
    private final ToggleGroup zoom = new ToggleGroup();

    @FXML private ThroughputPlot throughput;
    @FXML private ChunkPlot chunk;
    @FXML private WaitPlot wait;
    @FXML private ToggleButton all;
    @FXML private ToggleButton tenMinutes;
    @FXML private ToggleButton minute;
    @FXML private Label readout;

    /**
     * Keeps as many lines free for the readout as it may need, or pointing would move the plots.
     */
    @FXML private Label longest;

    /** Makes room for the readout, which names the side of a stall itself. */
    @FXML private Node stallLegend;

    public ChartsController(RipViewModel rip) {
        this.model = new ChartsViewModel(rip);
    }

    @FXML
    private void initialize() {
        offer(all, Zoom.ALL);
        offer(tenMinutes, Zoom.TEN_MINUTES);
        offer(minute, Zoom.MINUTE);
        zoom.selectedToggleProperty().addListener((_, before, now) -> choose(before, now));
        model.zoomProperty().subscribe(this::select);
        longest.setText(ChartReadout.longest());
        longest.setVisible(false);
        plots().forEach(this::follow);
        model.pictureProperty().subscribe(this::show);
    }

    private List<Plot> plots() {
        return List.of(throughput, chunk, wait);
    }

    private void offer(ToggleButton button, Zoom level) {
        button.setToggleGroup(zoom);
        button.setUserData(level);
    }

    /** One of them is always chosen: pressing the chosen one again changes nothing. */
    private void choose(Toggle before, Toggle now) {
        if (now == null) {
            zoom.selectToggle(before);
        } else {
            model.zoomProperty().set((Zoom) now.getUserData());
        }
    }

    private void select(Zoom level) {
        zoom.getToggles().stream()
                .filter(toggle -> toggle.getUserData() == level)
                .forEach(zoom::selectToggle);
    }

    private void follow(Plot plot) {
        plot.setFocusTraversable(true);
        plot.setOnMouseMoved(event -> model.pointAt(plot.secondsAt(event.getX())));
        plot.setOnMouseDragged(event -> model.pointAt(plot.secondsAt(event.getX())));
        plot.setOnMousePressed(_ -> plot.requestFocus());
        plot.setOnMouseExited(_ -> model.pointNowhere());
        plot.setOnKeyPressed(this::press);
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> model.step(-1);
            case RIGHT -> model.step(1);
            case PAGE_UP -> model.step(-LONG_STEP);
            case PAGE_DOWN -> model.step(LONG_STEP);
            case HOME -> model.step(Short.MIN_VALUE);
            case END -> model.step(Short.MAX_VALUE);
            case ESCAPE -> model.pointNowhere();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void show(ChartsViewModel.Picture now) {
        plots().forEach(plot -> plot.show(now.data(), now.cursor(), now.marked()));
        readout.setText(now.cursor().isPresent() ? now.readout() : "");
        stallLegend.setVisible(now.cursor().isEmpty());
        plots().forEach(plot -> plot.setAccessibleHelp(now.readout()));
    }
}
