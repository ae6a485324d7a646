package dev.spindle.ui.aftercare;

import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipRequest;
import dev.spindle.rip.RipService;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.ui.common.Background;
import dev.spindle.ui.rip.RipViewModel;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * The offer to unmount a disc, where a rip was refused since it is mounted: desktops mount most
 * discs by themselves. For the interface thread.
 */
final class UnmountViewModel {
    /** How far it is. */
    enum Step {
        NOT_OFFERED,
        OFFERED,
        UNDER_WAY
    }

    private final RipViewModel rip;
    private final RipService service;
    private final Background background;
    private final Consumer<Exception> onProblem;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.NOT_OFFERED);

    UnmountViewModel(
            RipViewModel rip,
            RipService service,
            Background background,
            Consumer<Exception> onProblem) {
        this.rip = rip;
        this.service = service;
        this.background = background;
        this.onProblem = onProblem;
        rip.stateProperty().subscribe(_ -> look());
    }

    ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    private void look() {
        step.set(Step.NOT_OFFERED);
        var asked = refused();
        asked.ifPresent(request ->
                background.run(
                        "mounts",
                        () -> service.mountPoints(request.drive()),
                        points -> {
                            if (!points.isEmpty() && refused().equals(asked)) {
                                step.set(Step.OFFERED);
                            }
                        },
                        // Without the offer its sentence says what to do.
                        _ -> {}));
    }

    /** What was asked for, where that was refused. */
    private Optional<RipRequest> refused() {
        boolean isRefused =
                rip.stateProperty().get() == RipViewModel.State.ENDED
                        && rip.snapshotProperty()
                                .get()
                                .flatMap(RipSnapshot::verdict)
                                .filter(v -> v.outcome() == RipOutcome.REFUSED_INPUT)
                                .isPresent();
        return isRefused ? rip.request() : Optional.empty();
    }

    /** Has the disc unmounted, and starts the rip that was refused. */
    void unmount() {
        var asked = refused();
        if (step.get() != Step.OFFERED || asked.isEmpty()) {
            return;
        }
        step.set(Step.UNDER_WAY);
        background.run(
                "unmount",
                () -> {
                    service.unmount(asked.get().drive());
                    return asked.get();
                },
                request -> {
                    if (refused().equals(asked)) {
                        rip.putAway();
                        rip.begin(service.start(request), request);
                    }
                },
                problem -> {
                    if (refused().equals(asked)) {
                        step.set(Step.OFFERED);
                        onProblem.accept(problem);
                    }
                });
    }
}
