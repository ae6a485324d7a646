package dev.spindle.ui.jobs;

import dev.spindle.rip.Rip;
import dev.spindle.rip.RipRequest;
import dev.spindle.rip.RipService;
import dev.spindle.ui.rip.RipViewModel.State;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * All rips of the window. Each drive has its own; images are ripped one after the other, since two
 * of them only take each other's time. For the interface thread.
 */
public final class JobsViewModel {
    /** Hidden pages need no ten pictures a second; their lines are read at half a second's pace. */
    private static final int PULLS_FOR_A_GLANCE = 5;

    private final RipService service;
    private final Function<Rip, Runnable> taskStarter;
    private final ObservableList<Job> jobs = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private int pulls;

    /** {@code taskStarter} starts the task that stands for a rip, and gives what cancels it. */
    public JobsViewModel(RipService service, Function<Rip, Runnable> taskStarter) {
        this.service = service;
        this.taskStarter = taskStarter;
    }

    /** In the order in which they were asked for; not to be changed by others. */
    public ObservableList<Job> jobs() {
        return FXCollections.unmodifiableObservableList(jobs);
    }

    /** Grows with each job that comes, goes, begins, stops or ends. */
    public ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** Whether any job is under way. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    public List<Job> running() {
        return jobs.stream().filter(Job::isRunning).toList();
    }

    public List<Job> queued() {
        return jobs.stream().filter(Job::isQueued).toList();
    }

    /** The job of a card. */
    public Optional<Job> of(String address) {
        return jobs.stream().filter(job -> job.address().equals(address)).findFirst();
    }

    /** Whether an image that is asked for now has to wait. */
    public boolean imageHasToWait() {
        return jobs.stream().anyMatch(job -> job.isImage() && (job.isRunning() || job.isQueued()));
    }

    /** Begins a rip; that of an image waits where another image is being ripped. */
    public void ask(String address, String title, boolean isImage, RipRequest request) {
        if (of(address).isPresent()) {
            throw new IllegalStateException("there is a rip of " + address + " already");
        }
        boolean waits = isImage && imageHasToWait();
        var job = new Job(address, title, isImage, request, taskStarter);
        job.model().stateProperty().addListener((_, _, _) -> changed());
        jobs.add(job);
        if (waits) {
            changed();
        } else {
            job.begin(service.start(request));
        }
    }

    /** Begins a job that waits, whatever else is under way. */
    public void beginNow(Job job) {
        if (jobs.contains(job) && job.isQueued()) {
            job.begin(service.start(job.request()));
        }
    }

    /** Stops all that run and are not stopped yet; what waits in the queue goes. */
    public void stopAll() {
        clearQueue();
        running().stream()
                .filter(job -> job.model().stateProperty().get() == State.RIPPING)
                .forEach(Job::stop);
    }

    /** Takes away a job that waits or has ended. */
    public void putAway(Job job) {
        if (job.isRunning()) {
            throw new IllegalStateException("the rip still runs");
        }
        jobs.remove(job);
        changed();
        // What was asked for it in the background must not begin anything in it any more.
        job.model().putAway();
    }

    private void clearQueue() {
        jobs.removeIf(Job::isQueued);
        changed();
    }

    /**
     * Takes the latest of all jobs; called ten times a second while one runs.
     *
     * @param shown whose page is seen; the others get a glance twice a second
     */
    public void pull(Optional<Job> shown) {
        boolean isGlance = pulls++ % PULLS_FOR_A_GLANCE == 0;
        for (Job job : List.copyOf(jobs)) {
            if (!job.isRunning()) {
                continue;
            }
            if (shown.filter(s -> s == job).isPresent()) {
                job.pull();
            } else if (isGlance) {
                job.glance();
            }
        }
    }

    private void changed() {
        boolean imageRuns = jobs.stream().anyMatch(job -> job.isImage() && job.isRunning());
        if (!imageRuns) {
            jobs.stream().filter(Job::isQueued).findFirst().ifPresent(this::beginNow);
        }
        running.set(jobs.stream().anyMatch(Job::isRunning));
        changes.set(changes.get() + 1);
    }
}
