package dev.spindle.ui.home;

import dev.spindle.ui.rip.RipViewModel;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Closing the window. While a rip runs this stops it first, after asking; the window goes when the
 * verdict is there, because only then it is known what was saved.
 */
public final class ClosingViewModel {
    /** How far closing is. */
    public enum Stage {
        OPEN,
        ASKING,
        /** Waits for the verdict. */
        WAITING,
        CLOSED
    }

    private final RipViewModel rip;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.OPEN);

    public ClosingViewModel(RipViewModel rip) {
        this.rip = rip;
        rip.stateProperty().addListener((_, _, _) -> ripChanged());
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** The user wants the window closed. While closing waits, asking again abandons the saving. */
    public void request() {
        switch (stage.get()) {
            case OPEN -> stage.set(rip.isRunning() ? Stage.ASKING : Stage.CLOSED);
            case WAITING -> rip.stop();
            case ASKING, CLOSED -> {}
        }
    }

    /** Stops the rip and closes after its verdict. */
    public void confirm() {
        if (stage.get() != Stage.ASKING) {
            return;
        }
        stage.set(Stage.WAITING);
        if (rip.stateProperty().get() == RipViewModel.State.RIPPING) {
            rip.stop();
        }
    }

    public void keepOpen() {
        if (stage.get() == Stage.ASKING) {
            stage.set(Stage.OPEN);
        }
    }

    private void ripChanged() {
        if (rip.isRunning()) {
            return;
        }
        switch (stage.get()) {
            case WAITING -> stage.set(Stage.CLOSED);
            case ASKING -> stage.set(Stage.OPEN);
            case OPEN, CLOSED -> {}
        }
    }
}
