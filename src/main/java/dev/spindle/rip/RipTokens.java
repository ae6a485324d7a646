package dev.spindle.rip;

import dev.spindle.rip.stream.BetweenReads;
import dev.spindle.rip.stream.PauseSwitch;
import dev.spindle.rip.stream.RescueWishes;
import dev.spindle.run.Concurrency;
import dev.spindle.run.StopToken;

/**
 * How a rip is stopped, paused and told what its drive is to do.
 *
 * @param user the user wants it to end; what was read is still saved
 * @param giveUp nobody waits for the storage any longer
 * @param pause the user wants the drive to rest
 * @param betweenReads what the user wants of the drive while it is read
 * @param rescue how far the user wants damaged places to be read
 */
record RipTokens(
        StopToken user,
        StopToken giveUp,
        PauseSwitch pause,
        BetweenReads betweenReads,
        RescueWishes rescue) {
    RipTokens(Concurrency concurrency) {
        this(concurrency, new PauseSwitch(concurrency));
    }

    private RipTokens(Concurrency concurrency, PauseSwitch pause) {
        this(
                new StopToken(),
                new StopToken(),
                pause,
                new BetweenReads(concurrency),
                new RescueWishes(concurrency, pause));
    }

    boolean isStopped() {
        return user.isStopped();
    }
}
