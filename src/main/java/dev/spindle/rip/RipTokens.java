package dev.spindle.rip;

import dev.spindle.rip.stream.PauseSwitch;
import dev.spindle.run.Concurrency;
import dev.spindle.run.StopToken;

/**
 * How a rip is stopped and paused.
 *
 * @param user the user wants it to end; what was read is still saved
 * @param giveUp nobody waits for the storage any longer
 * @param pause the user wants the drive to rest
 */
record RipTokens(StopToken user, StopToken giveUp, PauseSwitch pause) {
    RipTokens(Concurrency concurrency) {
        this(new StopToken(), new StopToken(), new PauseSwitch(concurrency));
    }

    boolean isStopped() {
        return user.isStopped();
    }
}
