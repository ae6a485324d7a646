package dev.spindle.ui.drives;

import dev.spindle.ui.common.Shown;
import dev.spindle.ui.jobs.Job;
import dev.spindle.ui.jobs.JobLine;
import dev.spindle.ui.jobs.JobsViewModel;
import dev.spindle.ui.progress.TwoLayerBar;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;

/** Draws a card, with the state and the progress of its rip. */
final class DriveCell extends ListCell<DriveCard> {
    private final JobsViewModel jobs;
    private final FontIcon icon = new FontIcon();
    private final Label title = label("card-title");
    private final Label detail = label("card-detail");
    private final Label state = label("card-state");
    private final TwoLayerBar bar = new TwoLayerBar();
    private final HBox card;
    private Subscription ofJob = Subscription.EMPTY;

    DriveCell(JobsViewModel jobs) {
        this.jobs = jobs;
        icon.getStyleClass().add("card-icon");
        var words = new VBox(title, detail, state, bar);
        HBox.setHgrow(words, Priority.ALWAYS);
        card = new HBox(icon, words);
        card.getStyleClass().add("drive-card");
        // Width comes from the list, so that long labels end in an ellipsis and nothing scrolls.
        setPrefWidth(0);
        jobs.changesProperty().addListener((_, _, _) -> follow(getItem()));
    }

    private static Label label(String styleClass) {
        var label = new Label();
        label.getStyleClass().add(styleClass);
        label.setMinWidth(0);
        return label;
    }

    @Override
    protected void updateItem(@Nullable DriveCard item, boolean empty) {
        super.updateItem(item, empty);
        follow(empty ? null : item);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        icon.setIconLiteral(item.kind().icon());
        title.setText(item.title());
        detail.setText(item.detail());
        setGraphic(card);
    }

    private void follow(@Nullable DriveCard item) {
        ofJob.unsubscribe();
        ofJob = Subscription.EMPTY;
        if (item == null) {
            return;
        }
        Optional<Job> job = jobs.of(item.address());
        Shown.set(bar, job.filter(Job::isRunning).isPresent());
        if (job.isPresent()) {
            ofJob = job.get().lineProperty().subscribe(line -> show(item, line));
        } else {
            say(item, item.state());
        }
    }

    private void show(DriveCard item, JobLine line) {
        bar.setRead(line.readShare());
        bar.setDurable(line.durableShare());
        bar.setAccessibleText(line.spoken());
        say(item, line.brief());
    }

    private void say(DriveCard item, String text) {
        state.setText(text);
        setAccessibleText(item.title() + ", " + item.detail() + ", " + text);
    }
}
