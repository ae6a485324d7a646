package dev.spindle.rip;

import dev.spindle.disc.DiscDetails;
import dev.spindle.rip.files.ImageFormat;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rip straight to its destination that can be taken off it: it is stopped then, and a staged rip
 * of the same disc follows. Who watches sees one rip.
 */
final class DetourRip implements Rip {
    private static final String DRIVE_IS_BUSY =
            "The drive is still in a command; the rip goes on once that has ended.";

    /** So long it is told why a folder could not be used. */
    private static final Duration TOLD_FOR = Duration.ofSeconds(30);

    private final RipServices services;
    private final RipRequest request;
    private final RipJob straight;
    private final EventQueue between;
    private final Gate gate;

    /** Ends the waiting in between. */
    private final StopToken halt = new StopToken();

    // Guarded by the gate.
    /** Asked for, and perhaps looked at yet; empty again where it can't be used. */
    private Optional<String> staging = Optional.empty();

    /** The straight rip was stopped for it. */
    private boolean isTaken;

    private @Nullable Rip staged;

    /** How the straight rip ended that another one follows. */
    private @Nullable RipVerdict left;

    private String notice = "";
    private Deadline noticeUntil = Deadline.never();
    private Optional<ReadSpeed> speed = Optional.empty();
    private boolean isSpeedChosen;
    private boolean isStopped;
    private boolean isPaused;

    /** Nothing follows any more. */
    private boolean isSettled;

    /** What was asked of the rip before another one took its place. */
    private record Wishes(
            boolean stop, boolean pause, boolean changeSpeed, Optional<ReadSpeed> speed) {}

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
        boolean isAsked =
                gate.read(() -> {
                    boolean isFree = staging.isEmpty() && !isStopped && !isSettled;
                    if (isFree) {
                        staging = Optional.of(folder);
                        notice = "";
                    }
                    return isFree;
                });
        if (isAsked) {
            boolean isUnderWay = false;
            try {
                var _ = services.concurrency().start("detour", () -> follow(folder));
                isUnderWay = true;
            } finally {
                if (!isUnderWay) {
                    settle();
                }
            }
        }
    }

    @Override
    public Optional<String> detourFolder() {
        return gate.read(() -> staged != null ? staging : Optional.empty());
    }

    @Override
    public Optional<String> stagedImage() {
        return current().stagedImage();
    }

    private void follow(String folder) {
        try {
            // First: the rip may come to itself again, and must not end for nothing.
            var problem =
                    new LocalFolder(services, folder, halt)
                            .problem(straight.snapshot().totalBytes());
            if (problem.isPresent()) {
                refuse(problem.get());
            } else if (takes()) {
                straight.stop();
                straight.awaitEnd(Deadline.never());
                straight.snapshot()
                        .verdict()
                        .filter(verdict -> isUnfinished(verdict.outcome()) && !halt.isStopped())
                        .ifPresent(verdict -> goOn(verdict, folder));
            }
        } finally {
            settle();
        }
    }

    private void refuse(String problem) {
        between.add(
                new RipEvent.Noticed(straight.snapshot().sample().seconds(), "staging", problem));
        gate.update(() -> {
            staging = Optional.empty();
            notice = problem;
            noticeUntil = services.concurrency().in(TOLD_FOR);
        });
    }

    private boolean takes() {
        return gate.read(() -> {
            isTaken = !isStopped;
            return isTaken;
        });
    }

    private void settle() {
        gate.update(() -> {
            notice = isTaken ? "" : notice;
            isSettled = isSettled || staging.isPresent();
        });
    }

    private static boolean isUnfinished(RipOutcome outcome) {
        return outcome == RipOutcome.STOPPED
                || outcome == RipOutcome.NOT_CONFIRMED
                || outcome == RipOutcome.DESTINATION_FAILED;
    }

    private void goOn(RipVerdict ended, String folder) {
        if (straight.holdsDrive()) {
            gate.update(() -> {
                notice = DRIVE_IS_BUSY;
                noticeUntil = Deadline.never();
            });
            straight.awaitDrive(halt);
        }
        if (halt.isStopped()) {
            return;
        }
        between.add(
                new RipEvent.Noticed(
                        ended.totalSeconds(), "staging", Moves.detours(folder, request.folder())));
        String file = ended.file();
        var name =
                file.isEmpty()
                        ? request.name()
                        : Optional.of(ImageFormat.base(file.substring(file.lastIndexOf('/') + 1)));
        Rip next =
                StagedRip.start(
                        services,
                        request.stagedIn(folder, name),
                        folder,
                        new Predecessor(straight::stuckInStorage, true));
        var wishes =
                gate.read(() -> {
                    left = ended;
                    staged = next;
                    return new Wishes(isStopped, isPaused, isSpeedChosen, speed);
                });
        if (wishes.pause) {
            next.pause();
        }
        if (wishes.changeSpeed) {
            next.changeSpeed(wishes.speed);
        }
        if (wishes.stop) {
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
        return gate.read(() -> settlesWithoutDetour() && staged == null);
    }

    /** In one step with the question, or a detour could be taken in between. */
    private boolean settlesWithoutDetour() {
        isSettled = isSettled || staging.isEmpty();
        return isSettled;
    }

    @Override
    public RipSnapshot snapshot() {
        Rip later = staged();
        if (later != null) {
            return withWhatIsLeft(later.snapshot());
        }
        var seen = straight.snapshot();
        if (seen.verdict().isPresent() && isOver()) {
            return seen;
        }
        later = staged();
        return later != null ? withWhatIsLeft(later.snapshot()) : told(seen);
    }

    /** For half a minute why a folder could not be used, or what is waited for. */
    private RipSnapshot told(RipSnapshot seen) {
        long now = services.concurrency().nanoTime();
        String more = gate.read(() -> noticeUntil.hasPassed(now) ? "" : notice);
        var shown = seen.withoutVerdict();
        return more.isEmpty() ? shown : shown.withNotice(more);
    }

    /** Where the second half came to nothing, the first one's file is what there is. */
    private RipSnapshot withWhatIsLeft(RipSnapshot seen) {
        RipVerdict first = gate.read(() -> left);
        var last = seen.verdict().filter(verdict -> verdict.file().isEmpty());
        return first == null || last.isEmpty() || stagedImage().isPresent()
                ? seen
                : seen.with(
                        seen.phase(),
                        seen.totalBytes(),
                        seen.finishedBytes(),
                        seen.notice(),
                        Optional.of(Moves.leaving(first, last.get())));
    }

    @Override
    public boolean awaitEnd(Deadline deadline) {
        if (!straight.awaitEnd(deadline)) {
            return false;
        }
        var outcome = gate.await(this::settlesWithoutDetour, deadline, StopToken.never());
        return outcome == Gate.Outcome.MET && (isOver() || current().awaitEnd(deadline));
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
        boolean isTheFirst =
                gate.read(() -> {
                    boolean wasStopped = isTaken && staged == null && !isStopped;
                    isStopped = true;
                    return !wasStopped;
                });
        halt.stop();
        if (isTheFirst) {
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
    public void changeSpeed(Optional<ReadSpeed> wished) {
        gate.update(() -> {
            isSpeedChosen = true;
            speed = wished;
        });
        current().changeSpeed(wished);
    }
}
