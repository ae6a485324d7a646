package dev.spindle.rip;

import dev.spindle.disc.DiscDetails;
import dev.spindle.rip.files.RipFiles;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;

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
    private final Relay relay;
    private final Gate gate;

    /** Ends the waiting in between. */
    private final StopToken halt = new StopToken();

    /** Guarded by the gate. */
    private Stage stage = new Stage.Straight();

    /** How far it has come. */
    private sealed interface Stage {
        /**
         * To the destination.
         *
         * @param notice why the folder that was asked for last could not be used
         */
        record Straight(String notice, Deadline until) implements Stage {
            Straight() {
                this("", Deadline.never());
            }
        }

        /** The folder that was asked for is looked at. */
        record Asked() implements Stage {}

        /** The straight rip is stopped for it. */
        record Leaving(String notice) implements Stage {}

        /**
         * By way of the folder.
         *
         * @param left how the straight rip ended
         */
        record Staged(String folder, Rip rip, RipVerdict left) implements Stage {}

        /** Nothing follows any more on the straight rip. */
        record Settled() implements Stage {}
    }

    private DetourRip(RipServices services, RipRequest request) {
        Concurrency concurrency = services.concurrency();
        this.services = services;
        this.request = request;
        this.between = new EventQueue(concurrency);
        this.gate = concurrency.gate("detour");
        this.straight = RipJob.start(services, request);
        this.relay = new Relay(concurrency, straight);
    }

    static DetourRip start(RipServices services, RipRequest request) {
        return new DetourRip(services, request);
    }

    @Override
    public void detour(String folder) {
        boolean isStopped = relay.isStopped();
        boolean isAsked =
                gate.read(() -> {
                    boolean isFree = stage instanceof Stage.Straight && !isStopped;
                    stage = isFree ? new Stage.Asked() : stage;
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
        return staged().map(Stage.Staged::folder);
    }

    @Override
    public Optional<String> stagedImage() {
        return relay.current().stagedImage();
    }

    private void follow(String folder) {
        boolean mayAskAgain = false;
        try {
            // First: the rip may come to itself again, and must not end for nothing.
            var problem =
                    new LocalFolder(services, folder, halt)
                            .problem(straight.snapshot().totalBytes());
            problem.ifPresent(this::refuse);
            mayAskAgain = problem.isPresent();
            if (!mayAskAgain && leaves()) {
                straight.awaitEnd(Deadline.never());
                straight.snapshot()
                        .verdict()
                        .filter(verdict -> isUnfinished(verdict.outcome()) && !halt.isStopped())
                        .ifPresent(verdict -> goOn(verdict, folder));
            }
        } finally {
            // Whoever was refused may have asked for another folder by now: that one is not ours.
            if (!mayAskAgain) {
                settle();
            }
        }
    }

    private void refuse(String problem) {
        between.add(
                new RipEvent.Noticed(straight.snapshot().sample().seconds(), "staging", problem));
        var until = services.concurrency().in(TOLD_FOR);
        gate.update(() -> stage = new Stage.Straight(problem, until));
    }

    private boolean leaves() {
        gate.update(() -> stage = new Stage.Leaving(""));
        return relay.leave();
    }

    /** Nothing came of it, and the straight rip was perhaps stopped for it. */
    private void settle() {
        gate.update(() -> {
            if (stage instanceof Stage.Asked || stage instanceof Stage.Leaving) {
                stage = new Stage.Settled();
            }
        });
    }

    private static boolean isUnfinished(RipOutcome outcome) {
        return outcome == RipOutcome.STOPPED
                || outcome == RipOutcome.NOT_CONFIRMED
                || outcome == RipOutcome.DESTINATION_FAILED;
    }

    private void goOn(RipVerdict ended, String folder) {
        long since = services.concurrency().nanoTime();
        if (straight.holdsDrive()) {
            gate.update(() -> stage = new Stage.Leaving(DRIVE_IS_BUSY));
            straight.awaitDrive(halt);
        }
        long waitedNanos = services.concurrency().nanoTime() - since;
        if (halt.isStopped()) {
            return;
        }
        between.add(
                new RipEvent.Noticed(
                        ended.totalSeconds(), "staging", Moves.detours(folder, request.folder())));
        var name =
                ended.file().isEmpty()
                        ? request.name()
                        : Optional.of(RipFiles.of(ended.file()).name());
        Rip next =
                StagedRip.start(
                        services,
                        request.stagedIn(folder, name),
                        folder,
                        Predecessor.of(straight::stuckInStorage, ended, waitedNanos / 1e9));
        relay.handTo(next);
        gate.update(() -> stage = new Stage.Staged(folder, next, ended));
    }

    private Optional<Stage.Staged> staged() {
        return gate.read(() -> stage) instanceof Stage.Staged now
                ? Optional.of(now)
                : Optional.empty();
    }

    /** The straight rip is over: where no detour was asked for by now, none is taken any more. */
    private Stage settled() {
        return gate.read(() -> {
            boolean _ = isDecided();
            return stage;
        });
    }

    /** In one step with the question, or a detour could be taken in between. Behind the gate. */
    private boolean isDecided() {
        if (stage instanceof Stage.Straight) {
            stage = new Stage.Settled();
        }
        return stage instanceof Stage.Settled || stage instanceof Stage.Staged;
    }

    @Override
    public RipSnapshot snapshot() {
        var seen = straight.snapshot();
        var now = seen.verdict().isPresent() ? settled() : gate.read(() -> stage);
        return switch (now) {
            case Stage.Staged later -> withWhatIsLeft(later.rip.snapshot(), later.left);
            case Stage.Settled() -> seen;
            case Stage.Straight(String notice, Deadline until) ->
                    told(seen, until.hasPassed(services.concurrency().nanoTime()) ? "" : notice);
            case Stage.Leaving(String notice) -> told(seen, notice);
            case Stage.Asked() -> told(seen, "");
        };
    }

    /** As long as a second half may follow there is no verdict. */
    private static RipSnapshot told(RipSnapshot seen, String notice) {
        var shown = seen.withoutVerdict();
        return notice.isEmpty() ? shown : shown.withNotice(notice);
    }

    /** Where the second half came to nothing, the first one's file is what there is. */
    private RipSnapshot withWhatIsLeft(RipSnapshot seen, RipVerdict first) {
        var last = seen.verdict().filter(verdict -> verdict.file().isEmpty());
        return last.isEmpty() || stagedImage().isPresent()
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
        var outcome = gate.await(this::isDecided, deadline, StopToken.never());
        return outcome == Gate.Outcome.MET
                && (!(settled() instanceof Stage.Staged later) || later.rip.awaitEnd(deadline));
    }

    @Override
    public Optional<DiscDetails> disc() {
        return relay.current().disc();
    }

    @Override
    public Optional<MusicWishes> music() {
        return relay.current().music();
    }

    @Override
    public Optional<SavedRecord> savedRecord() {
        return relay.current().savedRecord();
    }

    @Override
    public List<RipEvent> takeEvents() {
        // The latest are taken first: what is added meanwhile comes with the next call, in order.
        var later = staged().map(half -> half.rip.takeEvents()).orElse(List.of());
        var then = between.takeEvents();
        var all = new ArrayList<>(straight.takeEvents());
        all.addAll(then);
        all.addAll(later);
        return all;
    }

    @Override
    public void stop() {
        relay.stop();
        halt.stop();
    }

    @Override
    public void pause() {
        relay.pause();
    }

    @Override
    public void resume() {
        relay.resume();
    }

    @Override
    public void goodEnough() {
        relay.current().goodEnough();
    }

    @Override
    public void keepTrying() {
        relay.current().keepTrying();
    }

    @Override
    public void changeSpeed(Optional<ReadSpeed> wished) {
        relay.changeSpeed(wished);
    }
}
