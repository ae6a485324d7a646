package dev.spindle.rip.stream;

import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;

/**
 * The user's wish that the drive rests. Only the reader obeys it: what was read goes on to the disk
 * and becomes durable meanwhile. Safe for all threads.
 */
public final class PauseSwitch {
    private final Gate gate;
    private boolean paused;
    private boolean isOver;

    /** A switch that is off. */
    public PauseSwitch(Concurrency concurrency) {
        this.gate = concurrency.gate("pause");
    }

    /** Asks for a pause; the command that the drive works on comes to its end first. */
    public void pause() {
        gate.update(() -> paused = !isOver);
    }

    /** Lets the drive go on; without a pause it does nothing. */
    public void resume() {
        gate.update(() -> paused = false);
    }

    /** Ends a pause, and any later one: nothing is left that the drive could rest from. */
    public void end() {
        gate.update(() -> {
            isOver = true;
            paused = false;
        });
    }

    public boolean isPaused() {
        return gate.read(() -> paused);
    }

    /** Waits for as long as the user likes, or until the stop. */
    public void awaitResume(StopToken stop) {
        var _ = gate.await(() -> !paused, Deadline.never(), stop);
    }
}
