package dev.spindle.rip;

import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;

import java.util.Optional;

/**
 * Rips that follow each other and look like one: who asks something asks the one whose turn it is,
 * and what lasts is asked of the next one too. One stop reaches each of them once at most, for a
 * second one would give its saving up. Safe for all threads.
 */
final class Relay {
    private final Gate gate;

    // Guarded by the gate.
    private Rip current;
    private Wishes wishes = Wishes.NONE;
    private boolean isStopped;

    /** The current one was stopped for the next one, not for whoever watches. */
    private boolean isLeft;

    /**
     * What lasts beyond one rip.
     *
     * @param speed empty where none was chosen; in it empty for the fastest
     */
    private record Wishes(boolean isPaused, Optional<Optional<ReadSpeed>> speed) {
        static final Wishes NONE = new Wishes(false, Optional.empty());

        /** Tells a rip what it was not told before. */
        void tell(Rip rip, Wishes before) {
            if (isPaused && !before.isPaused) {
                rip.pause();
            } else if (before.isPaused && !isPaused) {
                rip.resume();
            }
            if (!speed.equals(before.speed)) {
                speed.ifPresent(rip::changeSpeed);
            }
        }
    }

    /** The first one has its turn. */
    Relay(Concurrency concurrency, Rip first) {
        this.gate = concurrency.gate("relay");
        this.current = first;
    }

    /** Whose turn it is. */
    Rip current() {
        return gate.read(() -> current);
    }

    /**
     * Stops the current one so that another can follow, unless they were all stopped.
     *
     * @return whether one may follow
     */
    boolean leave() {
        boolean mayFollow =
                gate.read(() -> {
                    isLeft = !isStopped;
                    return isLeft;
                });
        if (mayFollow) {
            current().stop();
        }
        return mayFollow;
    }

    /** The next one has its turn now, and what was asked by then is asked of it. */
    void handTo(Rip next) {
        boolean stopsAtOnce =
                gate.read(() -> {
                    current = next;
                    isLeft = false;
                    return isStopped;
                });
        var told = Wishes.NONE;
        var asked = gate.read(() -> wishes);
        // Again, as long as somebody asks meanwhile: the last word has to be the last one told.
        while (!asked.equals(told)) {
            asked.tell(next, told);
            told = asked;
            asked = gate.read(() -> wishes);
        }
        if (stopsAtOnce) {
            next.stop();
        }
    }

    /** Stops them all. The first time not the one that was left: it saves what it has already. */
    void stop() {
        var stopping =
                gate.read(() -> {
                    boolean wasLeft = isLeft && !isStopped;
                    isStopped = true;
                    return wasLeft ? Optional.<Rip>empty() : Optional.of(current);
                });
        stopping.ifPresent(Rip::stop);
    }

    void pause() {
        gate.read(() -> wish(new Wishes(true, wishes.speed))).pause();
    }

    void resume() {
        gate.read(() -> wish(new Wishes(false, wishes.speed))).resume();
    }

    void changeSpeed(Optional<ReadSpeed> speed) {
        gate.read(() -> wish(new Wishes(wishes.isPaused, Optional.of(speed)))).changeSpeed(speed);
    }

    private Rip wish(Wishes wished) {
        wishes = wished;
        return current;
    }
}
