package dev.spindle.ui.jobs;

import dev.spindle.ui.common.Shown;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.progress.TwoLayerBar;
import dev.spindle.ui.rip.RipViewModel.State;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A job in the overview: name, two layers of progress, what is left, which side limits it. */
final class JobRow extends VBox {
    private final Job job;
    private final Label status = label("card-detail");
    private final Label figures = label("caption");
    private final Label notice = label("caption");
    private final TwoLayerBar bar = new TwoLayerBar();
    private final Button stop = new Button();

    JobRow(Job job, JobsViewModel jobs, Consumer<Job> shower) {
        this.job = job;
        getStyleClass().addAll("panel", "job-row");
        var title = label("section-title");
        title.setText(job.title());
        var words = new VBox(title, status);
        HBox.setHgrow(words, Priority.ALWAYS);
        var state = job.model().stateProperty();
        stop.setOnAction(_ -> job.stop());
        stop.getStyleClass().add("stop");
        stop.setMinWidth(Region.USE_PREF_SIZE);
        Shown.when(stop, state.isEqualTo(State.RIPPING).or(state.isEqualTo(State.STOPPING)));
        state.subscribe(this::nameStop);
        var begin =
                button(
                        "jobs.begin.label",
                        "jobs.begin.accessible",
                        "fth-play",
                        () -> jobs.beginNow(job));
        Shown.when(begin, state.isEqualTo(State.NONE));
        var show =
                button(
                        "jobs.show.label",
                        "jobs.show.accessible",
                        "fth-eye",
                        () -> shower.accept(job));
        var remove =
                button(
                        "jobs.remove.label",
                        "jobs.remove.accessible",
                        "fth-x",
                        () -> jobs.putAway(job));
        Shown.when(remove, state.isEqualTo(State.NONE).or(state.isEqualTo(State.ENDED)));
        var head = new HBox(new FontIcon(icon()), words, begin, show, stop, remove);
        head.getStyleClass().add("line");
        var started = Bindings.createBooleanBinding(() -> !job.isQueued(), state);
        Shown.when(bar, started);
        Shown.when(figures, figures.textProperty().isNotEmpty());
        Shown.when(notice, notice.textProperty().isNotEmpty());
        getChildren().addAll(head, bar, figures, notice);
        job.lineProperty().subscribe(this::show);
    }

    private static Label label(String styleClass) {
        var label = new Label();
        label.getStyleClass().add(styleClass);
        label.setMinWidth(0);
        return label;
    }

    private String icon() {
        return job.isImage() ? "fth-file" : "fth-disc";
    }

    private Button button(String text, String spoken, String icon, Runnable action) {
        var button = new Button(Texts.get(text), new FontIcon(icon));
        button.setAccessibleText(Texts.format(spoken, job.title()));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void nameStop(State now) {
        boolean again = now == State.STOPPING;
        stop.setText(Texts.get(again ? "jobs.abandon.label" : "jobs.stop.label"));
        stop.setAccessibleText(
                Texts.format(
                        again ? "jobs.abandon.accessible" : "jobs.stop.accessible", job.title()));
        stop.setGraphic(new FontIcon(again ? "fth-x" : "fth-square"));
    }

    private void show(JobLine line) {
        status.setText(line.status());
        line.tone().applyTo(status);
        bar.setRead(line.readShare());
        bar.setDurable(line.durableShare());
        bar.setAccessibleText(line.spoken());
        figures.setText(
                Stream.of(line.percent(), line.timeLeft(), line.limit())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("  ·  ")));
        notice.setText(line.notice());
    }
}
