package dev.spindle.ui.jobs;

import dev.spindle.rip.Rip;
import dev.spindle.rip.RipRequest;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.ui.rip.RipViewModel;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.Optional;
import java.util.function.Function;

/** A rip that the user asked for, from then until it is put away. For the interface thread. */
public final class Job {
    private final String address;
    private final String title;
    private final boolean isImage;
    private final RipRequest request;
    private final RipViewModel model;
    private final ReadOnlyObjectWrapper<JobLine> line =
            new ReadOnlyObjectWrapper<>(JobLine.queued());
    private Optional<Rip> rip = Optional.empty();

    Job(
            String address,
            String title,
            boolean isImage,
            RipRequest request,
            Function<Rip, Runnable> taskStarter) {
        this.address = address;
        this.title = title;
        this.isImage = isImage;
        this.request = request;
        this.model = new RipViewModel(taskStarter);
    }

    /** Of the card that is ripped. */
    public String address() {
        return address;
    }

    /** What is ripped, for people. */
    public String title() {
        return title;
    }

    /** Images wait for each other; drives wait for nobody. */
    public boolean isImage() {
        return isImage;
    }

    RipRequest request() {
        return request;
    }

    /** What the page of this rip shows; in state NONE while the job waits. */
    public RipViewModel model() {
        return model;
    }

    /** The job in one line; up to date whether or not its page is shown. */
    public ReadOnlyObjectProperty<JobLine> lineProperty() {
        return line.getReadOnlyProperty();
    }

    public boolean isQueued() {
        return rip.isEmpty();
    }

    public boolean isRunning() {
        return model.isRunning();
    }

    void begin(Rip started) {
        rip = Optional.of(started);
        model.begin(started, request);
        glance();
    }

    /** Stops it, as {@link RipViewModel#stop}. */
    public void stop() {
        model.stop();
        glance();
    }

    /** Takes the latest snapshot for its page, and for its line. */
    void pull() {
        model.pull();
        model.snapshotProperty().get().ifPresent(this::tell);
    }

    /** Takes the latest snapshot for its line alone: its page is hidden and need not be painted. */
    void glance() {
        // Not the first one: it may have been tried again.
        model.rip()
                .map(Rip::snapshot)
                .ifPresent(now -> {
                    if (now.verdict().isPresent()) {
                        model.pull();
                    }
                    tell(now);
                });
    }

    private void tell(RipSnapshot now) {
        line.set(JobLine.of(now, model.stateProperty().get()));
    }
}
