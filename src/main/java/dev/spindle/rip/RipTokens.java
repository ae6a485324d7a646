package dev.spindle.rip;

import dev.spindle.run.StopToken;

/**
 * How a rip is stopped.
 *
 * @param user the user wants it to end; what was read is still saved
 * @param giveUp nobody waits for the storage any longer
 */
record RipTokens(StopToken user, StopToken giveUp) {
    RipTokens() {
        this(new StopToken(), new StopToken());
    }

    boolean isStopped() {
        return user.isStopped();
    }
}
