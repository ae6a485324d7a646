package dev.spindle.ui.rip;

import dev.spindle.rip.Rip;
import dev.spindle.rip.RipRequest;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.rip.TrackProgress;
import dev.spindle.timeline.Stall;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.List;
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
    private final ReadOnlyObjectWrapper<List<TrackProgress>> tracks =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Stall>> chosenStall =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<SpeedWish> speed =
            new ReadOnlyObjectWrapper<>(SpeedWish.FASTEST);
    private final ReadOnlyBooleanWrapper detourDue = new ReadOnlyBooleanWrapper();
    private Optional<Rip> rip = Optional.empty();
    private Optional<RipRequest> request = Optional.empty();
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

    /** How far the tracks have come; empty where none are made. */
    public ReadOnlyObjectProperty<List<TrackProgress>> tracksProperty() {
        return tracks.getReadOnlyProperty();
    }

    public boolean isRunning() {
        return state.get() != State.NONE && state.get() != State.ENDED;
    }

    /** The stall that the user wants to see in the charts. */
    public ReadOnlyObjectProperty<Optional<Stall>> chosenStallProperty() {
        return chosenStall.getReadOnlyProperty();
    }

    /** Points at a stall; also at the one that was pointed at before. */
    public void chooseStall(Stall stall) {
        chosenStall.set(Optional.empty());
        chosenStall.set(Optional.of(stall));
    }

    /** The rip that is shown. */
    public Optional<Rip> rip() {
        return rip;
    }

    /** What was asked for, a detour that was taken included; empty while no rip is shown. */
    public Optional<RipRequest> request() {
        var folder = rip.flatMap(Rip::detourFolder);
        return request.map(
                asked -> folder.map(local -> asked.stagedIn(local, asked.name())).orElse(asked));
    }

    /** Shows a rip that has begun, and what was asked for. */
    public void begin(Rip started, RipRequest asked) {
        begin(started, Optional.of(asked));
    }

    /** Shows a rip of which nobody knows what was asked for: it can't be tried again from here. */
    public void begin(Rip started) {
        begin(started, Optional.empty());
    }

    private void begin(Rip started, Optional<RipRequest> asked) {
        if (isRunning()) {
            throw new IllegalStateException("a rip runs already");
        }
        rip = Optional.of(started);
        request = asked;
        speed.set(SpeedWish.FASTEST);
        state.set(State.RIPPING);
        cancel = taskStarter.apply(started);
        pull();
    }

    /** Stops it; the second call abandons the saving, a third does nothing more. */
    public void stop() {
        if (state.get() == State.RIPPING || state.get() == State.STOPPING) {
            cancel.run();
            state.set(state.get() == State.RIPPING ? State.STOPPING : State.ABANDONING);
            detourDue.set(false);
        }
    }

    /** Lets the drive rest, or go on; does nothing once it was stopped. */
    public void pauseOrResume() {
        if (state.get() != State.RIPPING) {
            return;
        }
        boolean isPaused = snapshot.get().filter(RipSnapshot::isPaused).isPresent();
        rip.ifPresent(isPaused ? Rip::resume : Rip::pause);
    }

    /** Whether it is better gone on with by way of a local folder. */
    public ReadOnlyBooleanProperty detourDueProperty() {
        return detourDue.getReadOnlyProperty();
    }

    /**
     * Goes on by way of a local folder, where that can be used; does nothing where it is not due.
     *
     * @return false where the folder is the destination itself
     */
    public boolean detour(String folder) {
        if (request.filter(asked -> asked.folder().equals(folder)).isPresent()) {
            return false;
        }
        if (state.get() == State.RIPPING && detourDue.get()) {
            rip.ifPresent(r -> r.detour(folder));
        }
        return true;
    }

    /** Reads no more and finishes with what was read; does nothing once it was stopped. */
    public void goodEnough() {
        if (state.get() == State.RIPPING) {
            rip.ifPresent(Rip::goodEnough);
        }
    }

    /** Gives bad sectors another budget of retries; does nothing once it was stopped. */
    public void keepTrying() {
        if (state.get() == State.RIPPING) {
            rip.ifPresent(Rip::keepTrying);
        }
    }

    /** Whether it reads a real drive: an image has no speed to be changed. */
    public boolean hasSpeed() {
        return request.filter(asked -> asked.drive().startsWith("/dev/")).isPresent();
    }

    /** The speed that was chosen last. */
    public ReadOnlyObjectProperty<SpeedWish> speedProperty() {
        return speed.getReadOnlyProperty();
    }

    /** Asks the drive for another speed; does nothing once the rip was stopped. */
    public void changeSpeed(SpeedWish wish) {
        if (state.get() == State.RIPPING && hasSpeed() && speed.get() != wish) {
            speed.set(wish);
            rip.ifPresent(r -> r.changeSpeed(wish.speed()));
        }
    }

    /** Takes the latest snapshot; called ten times a second while the window shows. */
    public void pull() {
        if (!isRunning()) {
            return;
        }
        snapshot.set(rip.map(Rip::snapshot));
        tracks.set(rip.map(Rip::tracks).orElse(List.of()));
        if (snapshot.get().flatMap(RipSnapshot::verdict).isPresent()) {
            state.set(State.ENDED);
        }
        detourDue.set(state.get() == State.RIPPING && Detour.isDueFor(request(), snapshot.get()));
    }

    /** Puts an ended rip away. */
    public void putAway() {
        if (isRunning()) {
            throw new IllegalStateException("the rip still runs");
        }
        rip = Optional.empty();
        request = Optional.empty();
        chosenStall.set(Optional.empty());
        cancel = () -> {};
        snapshot.set(Optional.empty());
        tracks.set(List.of());
        state.set(State.NONE);
    }
}
