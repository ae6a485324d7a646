package dev.spindle.ui.library;

import dev.spindle.rip.ReadSpeed;
import dev.spindle.rip.Rip;
import dev.spindle.rip.RipEvent;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.rip.TrackProgress;
import dev.spindle.run.Deadline;

import java.util.List;
import java.util.Optional;

/**
 * A rip that has ended long ago, in the form in which the views of a rip take it.
 *
 * @param snapshot its last
 * @param tracks that were made of it; empty where none were
 */
record EndedRip(RipSnapshot snapshot, List<TrackProgress> tracks) implements Rip {
    @Override
    public List<RipEvent> takeEvents() {
        return List.of();
    }

    @Override
    public void stop() {
        // Nothing of it is under way.
    }

    @Override
    public void pause() {
        // Nor can it rest.
    }

    @Override
    public void resume() {
        // It is gone on with from the library's list, as a new run.
    }

    @Override
    public void goodEnough() {
        // It is as good as it is.
    }

    @Override
    public void keepTrying() {
        // Nobody tries.
    }

    @Override
    public void changeSpeed(Optional<ReadSpeed> speed) {
        // Nothing of it is read.
    }

    @Override
    public boolean awaitEnd(Deadline deadline) {
        return true;
    }
}
