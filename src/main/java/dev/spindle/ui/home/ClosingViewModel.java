package dev.spindle.ui.home;

import dev.spindle.ui.common.Texts;
import dev.spindle.ui.jobs.Job;
import dev.spindle.ui.jobs.JobLine;
import dev.spindle.ui.jobs.JobsViewModel;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Closing the window. While rips run this stops them first, after asking; the window goes when the
 * last verdict is there, because only then it is known what was saved.
 */
public final class ClosingViewModel {
    /** How far closing is. */
    public enum Stage {
        OPEN,
        ASKING,
        /** Waits for the verdicts. */
        WAITING,
        CLOSED
    }

    private final JobsViewModel jobs;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.OPEN);
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");

    public ClosingViewModel(JobsViewModel jobs) {
        this.jobs = jobs;
        jobs.changesProperty().addListener((_, _, _) -> jobsChanged());
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** The question, or what is still waited for; empty while nobody closes. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** The user wants the window closed. While closing waits, asking again abandons the saving. */
    public void request() {
        switch (stage.get()) {
            case OPEN -> become(jobs.running().isEmpty() ? Stage.CLOSED : Stage.ASKING);
            case WAITING -> jobs.running().forEach(Job::stop);
            case ASKING, CLOSED -> {}
        }
    }

    /** Stops all rips and closes after their verdicts; what waits in the queue never begins. */
    public void confirm() {
        if (stage.get() != Stage.ASKING) {
            return;
        }
        become(Stage.WAITING);
        jobs.stopAll();
    }

    public void keepOpen() {
        if (stage.get() == Stage.ASKING) {
            become(Stage.OPEN);
        }
    }

    /** Says anew what is still being saved; called as often as snapshots are pulled. */
    public void tell() {
        text.set(
                switch (stage.get()) {
                    case OPEN, CLOSED -> "";
                    case ASKING -> question();
                    case WAITING -> Texts.format("closing.waiting.text", saving());
                });
    }

    private String question() {
        List<Job> running = jobs.running();
        String asked =
                running.size() == 1
                        ? Texts.format("closing.question.one", running.getFirst().title())
                        : Texts.format(
                                "closing.question.many",
                                Integer.toString(running.size()),
                                running.stream().map(Job::title).collect(Collectors.joining(", ")));
        int waiting = jobs.queued().size();
        return waiting == 0
                ? asked
                : asked + " " + Texts.format("closing.queue.text", Integer.toString(waiting));
    }

    private String saving() {
        return jobs.running().stream()
                .map(job -> job.title() + what(job.lineProperty().get()))
                .collect(Collectors.joining("; "));
    }

    private static String what(JobLine line) {
        return ": " + (line.notice().isEmpty() ? line.status() : line.notice());
    }

    private void become(Stage next) {
        stage.set(next);
        tell();
    }

    private void jobsChanged() {
        if (!jobs.running().isEmpty()) {
            tell();
            return;
        }
        switch (stage.get()) {
            case WAITING -> become(Stage.CLOSED);
            case ASKING -> become(Stage.OPEN);
            case OPEN, CLOSED -> {}
        }
    }
}
