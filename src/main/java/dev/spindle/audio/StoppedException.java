package dev.spindle.audio;

import dev.spindle.run.StopToken;

import java.io.Serial;

/** The user has stopped the making of tracks. */
final class StoppedException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    StoppedException() {
        super("stopped");
    }

    static void check(StopToken stop) {
        if (stop.isStopped()) {
            throw new StoppedException();
        }
    }
}
