package dev.spindle.ui.drives;

import dev.spindle.ui.common.Shown;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.WrappingCell;
import dev.spindle.ui.jobs.Job;
import dev.spindle.ui.jobs.JobLine;
import dev.spindle.ui.jobs.JobsViewModel;
import dev.spindle.ui.progress.TwoLayerBar;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;

/** Draws a card, with the state and the progress of its rip. */
final class DriveCell extends WrappingCell<DriveCard> {
    private final DrivesViewModel drives;
    private final JobsViewModel jobs;
    private final FontIcon icon = new FontIcon();
    private final Label title = wrapped("card-title");
    private final Label detail = wrapped("card-detail");
    private final Label hardware = wrapped("card-state");
    private final Label state = wrapped("card-state");
    private final TwoLayerBar bar = new TwoLayerBar();
    private final TrayButton tray;
    private final VBox card;
    private Subscription ofModels = Subscription.EMPTY;
    private Subscription ofJob = Subscription.EMPTY;
    private String ofRip = "";

    DriveCell(DrivesViewModel drives, JobsViewModel jobs) {
        this.drives = drives;
        this.jobs = jobs;
        this.tray = new TrayButton(drives);
        icon.getStyleClass().add("card-icon");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(state, Priority.ALWAYS);
        state.setMaxWidth(Double.MAX_VALUE);
        var head = new HBox(icon, title);
        head.getStyleClass().add("card-head");
        var foot = new HBox(state, tray);
        foot.getStyleClass().add("card-foot");
        card = new VBox(head, detail, hardware, foot, bar);
        card.getStyleClass().add("drive-card");
        // A list makes new cells whenever it likes; jobs and drives outlive them all.
        sceneProperty().subscribe(scene -> followModels(scene != null));
    }

    private void followModels(boolean isSeen) {
        ofModels.unsubscribe();
        ofJob.unsubscribe();
        ofModels =
                isSeen
                        ? jobs.changesProperty()
                                .subscribe(_ -> follow(getItem()))
                                .and(
                                        drives.trays()
                                                .progressProperty()
                                                .subscribe(_ -> say(getItem())))
                        : Subscription.EMPTY;
    }

    private static Label wrapped(String styleClass) {
        var label = new Label();
        label.getStyleClass().add(styleClass);
        label.setMinWidth(0);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
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
        hardware.setText(item.hardware());
        Shown.set(hardware, !item.hardware().isEmpty());
        setGraphic(card);
    }

    private void follow(@Nullable DriveCard item) {
        ofJob.unsubscribe();
        ofJob = Subscription.EMPTY;
        ofRip = "";
        if (item == null) {
            return;
        }
        Optional<Job> job = jobs.of(item.address());
        Shown.set(bar, job.filter(Job::isRunning).isPresent());
        job.ifPresentOrElse(
                found -> ofJob = found.lineProperty().subscribe(line -> show(item, line)),
                () -> say(item));
    }

    private void show(DriveCard item, JobLine line) {
        bar.setRead(line.readShare());
        bar.setDurable(line.durableShare());
        bar.setAccessibleText(line.spoken());
        ofRip = line.brief();
        say(item);
    }

    private void say(@Nullable DriveCard item) {
        if (item == null) {
            return;
        }
        tray.show(item);
        state.setText(stateOf(item));
        setAccessibleText(
                String.join(", ", item.title(), item.detail(), item.hardware(), state.getText())
                        .replace(", , ", ", "));
    }

    private String stateOf(DriveCard item) {
        var moving = drives.trays().progressProperty().get();
        if (moving.isRunning(item.address())) {
            return Texts.get("drives.tray.moving");
        }
        String problem = moving.problem(item.address());
        if (!problem.isEmpty()) {
            return problem;
        }
        return ofRip.isEmpty() ? item.state() : ofRip;
    }
}
