package dev.spindle.ui.jobs;

import dev.spindle.ui.common.Shown;
import dev.spindle.ui.common.Texts;

import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Controller of OverviewView.fxml: all rips in one list. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class OverviewController {
    private final JobsViewModel model;
    private final Consumer<Job> shower;
    private final Map<Job, JobRow> rows = new HashMap<>();

    @FXML private Label count;
    @FXML private Button stopAll;
    @FXML private Node empty;
    @FXML private Pane list;

    /** {@code shower} goes to the page of a job. */
    public OverviewController(JobsViewModel model, Consumer<Job> shower) {
        this.model = model;
        this.shower = shower;
    }

    @FXML
    private void initialize() {
        Shown.when(empty, Bindings.isEmpty(model.jobs()));
        Shown.when(stopAll, model.runningProperty());
        model.jobs().addListener((InvalidationListener) _ -> fill());
        model.changesProperty().subscribe(_ -> update());
        fill();
    }

    /** Rows stay the same nodes, so that the focus stays where it is. */
    private void fill() {
        rows.keySet().retainAll(model.jobs());
        List<JobRow> wanted =
                model.jobs().stream()
                        .map(job -> rows.computeIfAbsent(job, j -> new JobRow(j, model, shower)))
                        .toList();
        list.getChildren().retainAll(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            if (!list.getChildren().contains(wanted.get(i))) {
                list.getChildren().add(i, wanted.get(i));
            }
        }
    }

    private void update() {
        int running = model.running().size();
        count.setText(
                switch (running) {
                    case 0 -> Texts.get("jobs.running.none");
                    case 1 -> Texts.get("jobs.running.one");
                    default -> Texts.format("jobs.running.many", Integer.toString(running));
                });
    }

    @FXML
    private void stopAll() {
        model.stopAll();
    }
}
