package dev.spindle.rip;

import dev.spindle.disc.DiscDetails;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.RoleThread;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import java.util.List;
import java.util.Optional;

/** A started rip. */
final class RipJob implements Rip {
    private final RipTokens tokens;
    private final EventQueue events;
    private final Observation observation;
    private final Bell bell;
    private final Roles roles;
    private final RoleThread thread;

    private RipJob(RipServices services, RipRequest request, Course course) {
        Concurrency concurrency = services.concurrency();
        this.tokens = new RipTokens(concurrency);
        this.bell = new Bell(concurrency);
        this.events = new EventQueue(concurrency);
        var threads = new RoleThreads(concurrency, services.system());
        this.roles = Roles.start(concurrency, threads, bell::ring);
        this.observation =
                new Observation(
                        concurrency, services.storage(), roles, threads, tokens.pause(), events);
        var conductor = new Conductor(services, request, course, roles, tokens, bell, observation);
        this.thread = concurrency.start("conductor", () -> observation.verdict(conductor.run()));
    }

    static RipJob start(RipServices services, RipRequest request) {
        return start(services, request, new Course.Straight());
    }

    static RipJob start(RipServices services, RipRequest request, Course course) {
        return new RipJob(services, request, course);
    }

    /** How many calls to the storage have not returned that nobody waits for any more. */
    int stuckInStorage() {
        return roles.stuckInStorage();
    }

    /** Whether a command that nobody waits for has not returned: the drive is held until then. */
    boolean holdsDrive() {
        return isIn(roles.reader()) || isIn(roles.second());
    }

    private static boolean isIn(RoleWorker role) {
        return role.abandoned() > 0 || role.isBusy();
    }

    /** Waits until no drive is held any more, or the stop. */
    void awaitDrive(StopToken stop) {
        roles.reader().awaitReturned(stop);
        roles.second().awaitReturned(stop);
    }

    /** For tests of the ledgers. */
    Roles roles() {
        return roles;
    }

    @Override
    public RipSnapshot snapshot() {
        return observation.snapshot();
    }

    @Override
    public Optional<DiscDetails> disc() {
        return observation.disc();
    }

    @Override
    public Optional<MusicWishes> music() {
        return observation.music();
    }

    @Override
    public Optional<SavedRecord> savedRecord() {
        return observation.savedRecord();
    }

    @Override
    public List<RipEvent> takeEvents() {
        return events.takeEvents();
    }

    @Override
    public void stop() {
        if (tokens.user().isStopped()) {
            tokens.giveUp().stop();
        }
        tokens.user().stop();
        bell.ring();
    }

    @Override
    public void pause() {
        tokens.pause().pause();
        bell.ring();
    }

    @Override
    public void resume() {
        tokens.pause().resume();
        bell.ring();
    }

    @Override
    public void goodEnough() {
        boolean _ = endReading();
    }

    /** As {@link #goodEnough}; false where that did nothing. */
    boolean endReading() {
        boolean hadMore = tokens.rescue().goodEnough();
        bell.ring();
        return hadMore;
    }

    @Override
    public void keepTrying() {
        tokens.rescue().keepTrying();
        bell.ring();
    }

    @Override
    public void changeSpeed(Optional<ReadSpeed> speed) {
        tokens.betweenReads().ask(drive -> DiscSource.setSpeed(drive, speed));
    }

    @Override
    public boolean awaitEnd(Deadline deadline) {
        return thread.awaitDone(deadline, StopToken.never()) == Gate.Outcome.MET;
    }
}
