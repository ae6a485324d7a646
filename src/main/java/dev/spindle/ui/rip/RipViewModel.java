package dev.spindle.ui.rip;

import dev.spindle.rip.Rip;
import dev.spindle.rip.RipSnapshot;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.Optional;
import java.util.function.Function;

/** The rip that the window shows, from its start until it is put away. */
public final class RipViewModel {
    /** How far it is, as far as the user's next step depends on it. */
    public enum State {
        NONE,
        RIPPING,
        /** Stopped by the user; what was read is being saved. */
        STOPPING,
        /** Stopped twice. */
        ABANDONING,
        ENDED
    }

    private final Function<Rip, Runnable> taskStarter;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
    private final ReadOnlyObjectWrapper<Optional<RipSnapshot>> snapshot =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Rip> rip = Optional.empty();
    private Runnable cancel = () -> {};

    /** {@code taskStarter} starts the task that stands for a rip, and gives what cancels it. */
    public RipViewModel(Function<Rip, Runnable> taskStarter) {
        this.taskStarter = taskStarter;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<RipSnapshot>> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    public boolean isRunning() {
        return state.get() != State.NONE && state.get() != State.ENDED;
    }

    public void begin(Rip started) {
        if (isRunning()) {
            throw new IllegalStateException("a rip runs already");
        }
        rip = Optional.of(started);
        state.set(State.RIPPING);
        cancel = taskStarter.apply(started);
        pull();
    }

    /** Stops it; the second call abandons the saving, a third does nothing more. */
    public void stop() {
        if (state.get() == State.RIPPING || state.get() == State.STOPPING) {
            cancel.run();
            state.set(state.get() == State.RIPPING ? State.STOPPING : State.ABANDONING);
        }
    }

    /** Takes the latest snapshot; called ten times a second while the window shows. */
    public void pull() {
        if (!isRunning()) {
            return;
        }
        snapshot.set(rip.map(Rip::snapshot));
        if (snapshot.get().flatMap(RipSnapshot::verdict).isPresent()) {
            state.set(State.ENDED);
        }
    }

    /** Puts an ended rip away. */
    public void putAway() {
        if (isRunning()) {
            throw new IllegalStateException("the rip still runs");
        }
        rip = Optional.empty();
        cancel = () -> {};
        snapshot.set(Optional.empty());
        state.set(State.NONE);
    }
}
