package dev.spindle.ui.probe;

import dev.spindle.ui.charts.ProbePlot;
import dev.spindle.ui.common.Chooser;
import dev.spindle.ui.common.MessageLine;
import dev.spindle.ui.common.Shown;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;

import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

import java.util.ArrayList;
import java.util.List;

/** Controller of ProbeView.fxml. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class ProbeController {
    private final ProbeViewModel model;
    private final Chooser chooser;
    private final ObservableBooleanValue ripping;

    @FXML private TextField folder;
    @FXML private Button browse;
    @FXML private Button start;
    @FXML private Button stop;
    @FXML private MessageLine busy;
    @FXML private Node under;
    @FXML private Label status;
    @FXML private ProgressBar progress;
    @FXML private MessageLine verdict;
    @FXML private Button use;
    @FXML private ProbePlot pipelinePlot;
    @FXML private ProbePlot plainPlot;
    @FXML private GridPane pipelineFigures;
    @FXML private GridPane plainFigures;
    private List<Label> pipelineValues = List.of();
    private List<Label> plainValues = List.of();

    /** {@code ripping} says whether rips run, which a test disturbs, and which disturb it. */
    public ProbeController(ProbeViewModel model, Chooser chooser, ObservableBooleanValue ripping) {
        this.model = model;
        this.chooser = chooser;
        this.ripping = ripping;
    }

    @FXML
    private void initialize() {
        folder.textProperty().bindBidirectional(model.folderProperty());
        start.disableProperty().bind(model.folderProperty().isEmpty());
        folder.disableProperty().bind(model.runningProperty());
        browse.disableProperty().bind(model.runningProperty());
        pipelineValues = rows(pipelineFigures);
        plainValues = rows(plainFigures);
        busy.setTone(Tone.WARNING);
        ripping.subscribe(now -> busy.setText(now ? Texts.get("probe.busy.text") : ""));
        model.lookProperty().subscribe(this::show);
    }

    /** A row for each of {@link ProbeWords#figures}. */
    private static List<Label> rows(GridPane grid) {
        var captions =
                List.of(
                        "probe.rate.caption",
                        "probe.durable.caption",
                        "probe.wait.caption",
                        "probe.unconfirmed.caption");
        var values = new ArrayList<Label>();
        for (String key : captions) {
            var caption = new Label(Texts.get(key));
            caption.getStyleClass().add("caption");
            caption.setMinWidth(Region.USE_PREF_SIZE);
            var value = new Label();
            value.getStyleClass().add("digits");
            grid.addRow(values.size(), caption, value);
            values.add(value);
        }
        return values;
    }

    private void show(ProbeLook now) {
        boolean isStarting = now.running() && !stop.isVisible();
        Shown.set(start, !now.running());
        Shown.set(stop, now.running());
        Shown.set(under, now.running());
        if (isStarting) {
            // The button that was pressed is gone, and with it the focus.
            stop.requestFocus();
        }
        status.setText(now.status());
        progress.setProgress(now.share());
        verdict.say(now.tone(), now.verdict());
        Shown.set(use, now.advised());
        show(now, 0, pipelinePlot, pipelineValues);
        show(now, 1, plainPlot, plainValues);
    }

    private static void show(ProbeLook now, int index, ProbePlot plot, List<Label> labels) {
        var column = now.columns().get(index);
        plot.show(column.chart(), now.endSeconds(), now.highestRate());
        for (int i = 0; i < labels.size(); i++) {
            labels.get(i).setText(i < column.figures().size() ? column.figures().get(i) : "–");
        }
        plot.setAccessibleHelp(
                column.figures().isEmpty()
                        ? now.status()
                        : Texts.format("probe.plot.help", column.figures().toArray(String[]::new)));
    }

    @FXML
    private void browse() {
        chooser.chooseFolder().ifPresent(folder::setText);
    }

    @FXML
    private void start() {
        model.start();
    }

    @FXML
    private void stop() {
        model.stop();
    }

    @FXML
    private void use() {
        model.use();
    }
}
