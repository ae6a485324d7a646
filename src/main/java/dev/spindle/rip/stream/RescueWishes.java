package dev.spindle.rip.stream;

import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;

import java.util.Optional;

/**
 * How far the user wants a damaged disc to be read. The map's keeper decides what that means;
 * before there is one, nothing is read that it could be about. Safe for all threads.
 */
public final class RescueWishes {
    private final Gate gate;
    private final PauseSwitch pause;
    private Optional<MapKeeper> maps = Optional.empty();

    /**
     * Of a rip whose reading has not begun.
     *
     * @param pause ended where nothing more is to be read
     */
    public RescueWishes(Concurrency concurrency, PauseSwitch pause) {
        this.gate = concurrency.gate("rescue wishes");
        this.pause = pause;
    }

    /** From now on there is something to decide. */
    public void streamingBegins(MapKeeper begun) {
        gate.update(() -> maps = Optional.of(begun));
    }

    /**
     * What was read is enough.
     *
     * @return false where nothing was left to read, or nothing was read yet
     */
    public boolean goodEnough() {
        boolean hadMore = keeper().filter(MapKeeper::goodEnough).isPresent();
        if (hadMore) {
            pause.end();
        }
        return hadMore;
    }

    public void keepTrying() {
        keeper().ifPresent(MapKeeper::keepTrying);
    }

    private Optional<MapKeeper> keeper() {
        return gate.read(() -> maps);
    }
}
