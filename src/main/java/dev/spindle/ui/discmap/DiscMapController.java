package dev.spindle.ui.discmap;

import dev.spindle.ui.common.Texts;
import dev.spindle.ui.rip.RipFiles;
import dev.spindle.ui.rip.RipViewModel;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;

/** Controller of DiscMapView.fxml. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class DiscMapController {
    private final DiscMapViewModel model;

    @FXML private DiscMapPlot plot;
    @FXML private Label text;
    @FXML private MapLegend legend;

    public DiscMapController(RipViewModel rip, RipFiles files) {
        this.model = new DiscMapViewModel(rip, files);
    }

    @FXML
    private void initialize() {
        plot.setOnMouseMoved(event -> model.choose(plot.cellAt(event.getX(), event.getY())));
        plot.setOnMouseExited(_ -> model.choose(-1));
        plot.setOnMousePressed(_ -> plot.requestFocus());
        plot.setOnKeyPressed(this::press);
        plot.setAccessibleHelp(Texts.get("map.keys.hint"));
        model.pictureProperty().subscribe(this::show);
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> model.step(-1);
            case RIGHT -> model.step(1);
            case UP -> model.step(-plot.columns());
            case DOWN -> model.step(plot.columns());
            case HOME -> model.choose(0);
            case END -> model.step(Short.MAX_VALUE);
            case N -> model.stepToTrouble(1);
            case P -> model.stepToTrouble(-1);
            case ESCAPE -> model.choose(-1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void show(DiscMapViewModel.Picture now) {
        plot.show(now.map(), now.chosen());
        legend.show(now.map());
        text.setText(now.text());
        plot.setAccessibleText(Texts.format("map.plot.accessible", now.text()));
    }
}
