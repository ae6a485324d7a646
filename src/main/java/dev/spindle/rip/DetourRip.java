package dev.spindle.rip;

import dev.spindle.disc.DiscDetails;
import dev.spindle.rip.files.ImageFormat;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rip straight to its destination that can be taken off it: it is stopped then, and a staged rip
 * of the same disc follows. Who watches sees one rip.
 */
final class DetourRip implements Rip {
    private final RipServices services;
    private final RipRequest request;
    private final RipJob straight;
    private final EventQueue between;
    private final Gate gate;

    // Guarded by the gate.
    private @Nullable String staging;
    private @Nullable Rip staged;
    private boolean isStopped;
    private boolean isPaused;

    /** Nothing follows any more. */
    private boolean isSettled;

    private DetourRip(RipServices services, RipRequest request) {
        Concurrency concurrency = services.concurrency();
        this.services = services;
        this.request = request;
        this.between = new EventQueue(concurrency);
        this.gate = concurrency.gate("detour");
        this.straight = RipJob.start(services, request);
    }

    static DetourRip start(RipServices services, RipRequest request) {
        return new DetourRip(services, request);
    }

    @Override
    public void detour(String folder) {
        boolean isTaken =
                gate.read(() -> {
                    boolean isFree = staging == null && !isStopped && !isSettled;
                    if (isFree) {
                        staging = folder;
                    }
                    return isFree;
                });
        if (isTaken) {
            straight.stop();
            var _ = services.concurrency().start("detour", () -> follow(folder));
        }
    }

    private void follow(String folder) {
        straight.awaitEnd(Deadline.never());
        boolean isWanted = gate.read(() -> !isStopped);
        var left =
                straight.snapshot()
                        .verdict()
                        .filter(verdict -> isWanted && isUnfinished(verdict.outcome()));
        left.ifPresent(verdict -> goOn(verdict, folder));
        gate.update(() -> isSettled = true);
    }

    private static boolean isUnfinished(RipOutcome outcome) {
        return outcome == RipOutcome.STOPPED
                || outcome == RipOutcome.NOT_CONFIRMED
                || outcome == RipOutcome.DESTINATION_FAILED;
    }

    private void goOn(RipVerdict left, String folder) {
        between.add(
                new RipEvent.Noticed(
                        left.totalSeconds(), "staging", Moves.detours(folder, request.folder())));
        var name =
                left.file().isEmpty()
                        ? request.name()
                        : Optional.of(
                                ImageFormat.base(
                                        left.file().substring(left.file().lastIndexOf('/') + 1)));
        Rip next =
                StagedRip.start(
                        services, request.stagedIn(folder, name), folder, straight::isHeldUp);
        boolean pauses = gate.read(() -> isPaused);
        if (pauses) {
            next.pause();
        }
        boolean stops =
                gate.read(() -> {
                    staged = next;
                    return isStopped;
                });
        if (stops) {
            next.stop();
        }
    }

    private @Nullable Rip staged() {
        return gate.read(() -> staged);
    }

    private Rip current() {
        Rip later = staged();
        return later != null ? later : straight;
    }

    /** Whether nothing follows on the straight rip; once that was said, nothing will. */
    private boolean isOver() {
        return gate.read(() -> {
            if (staging == null) {
                isSettled = true;
            }
            return isSettled && staged == null;
        });
    }

    @Override
    public RipSnapshot snapshot() {
        Rip later = staged();
        if (later != null) {
            return later.snapshot();
        }
        var seen = straight.snapshot();
        if (seen.verdict().isEmpty() || isOver()) {
            return seen;
        }
        later = staged();
        return later != null ? later.snapshot() : seen.withoutVerdict();
    }

    @Override
    public boolean awaitEnd(Deadline deadline) {
        if (!straight.awaitEnd(deadline)) {
            return false;
        }
        if (isOver()) {
            return true;
        }
        if (gate.await(() -> isSettled, deadline, StopToken.never()) != Gate.Outcome.MET) {
            return false;
        }
        return current().awaitEnd(deadline);
    }

    @Override
    public Optional<DiscDetails> disc() {
        return current().disc();
    }

    @Override
    public Optional<MusicWishes> music() {
        return current().music();
    }

    @Override
    public Optional<SavedRecord> savedRecord() {
        return current().savedRecord();
    }

    @Override
    public List<RipEvent> takeEvents() {
        var all = new ArrayList<>(straight.takeEvents());
        all.addAll(between.takeEvents());
        Rip later = staged();
        if (later != null) {
            all.addAll(later.takeEvents());
        }
        return all;
    }

    @Override
    public void stop() {
        // The detour has stopped the straight rip already: a second stop would give its saving up.
        boolean isFirst =
                gate.read(() -> {
                    boolean isNew = !isStopped && staging != null && staged == null;
                    isStopped = true;
                    return isNew;
                });
        if (!isFirst) {
            current().stop();
        }
    }

    @Override
    public void pause() {
        gate.update(() -> isPaused = true);
        current().pause();
    }

    @Override
    public void resume() {
        gate.update(() -> isPaused = false);
        current().resume();
    }

    @Override
    public void goodEnough() {
        current().goodEnough();
    }

    @Override
    public void keepTrying() {
        current().keepTrying();
    }

    @Override
    public void changeSpeed(Optional<ReadSpeed> speed) {
        current().changeSpeed(speed);
    }
}
