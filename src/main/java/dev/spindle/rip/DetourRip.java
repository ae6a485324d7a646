package dev.spindle.rip;

import dev.spindle.disc.DiscDetails;
import dev.spindle.rip.files.RipFiles;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
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
    private final DetourProgress progress;

    /** Ends the waiting in between, and with a stop no folder is taken any more. */
    private final StopToken halt = new StopToken();

    private DetourRip(RipServices services, RipRequest request) {
        Concurrency concurrency = services.concurrency();
        this.services = services;
        this.request = request;
        this.between = new EventQueue(concurrency);
        this.progress = new DetourProgress(concurrency);
        this.straight = RipJob.start(services, request);
        this.relay = new Relay(concurrency, straight);
    }

    static DetourRip start(RipServices services, RipRequest request) {
        return new DetourRip(services, request);
    }

    @Override
    public void detour(String folder) {
        if (!halt.isStopped() && progress.ask()) {
            boolean isUnderWay = false;
            try {
                var _ = services.concurrency().start("detour", () -> follow(folder));
                isUnderWay = true;
            } finally {
                if (!isUnderWay) {
                    progress.settle();
                }
            }
        }
    }

    @Override
    public Optional<String> detourFolder() {
        return progress.staged().map(DetourStage.Staged::folder);
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
                progress.settle();
            }
        }
    }

    private void refuse(String problem) {
        between.add(
                new RipEvent.Noticed(straight.snapshot().sample().seconds(), "staging", problem));
        progress.refuse(problem, services.concurrency().in(TOLD_FOR));
    }

    private boolean leaves() {
        progress.leave("");
        return relay.leave();
    }

    private static boolean isUnfinished(RipOutcome outcome) {
        return outcome == RipOutcome.STOPPED
                || outcome == RipOutcome.NOT_CONFIRMED
                || outcome == RipOutcome.DESTINATION_FAILED;
    }

    private void goOn(RipVerdict ended, String folder) {
        long since = services.concurrency().nanoTime();
        if (straight.holdsDrive()) {
            progress.leave(DRIVE_IS_BUSY);
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
        progress.follow(new DetourStage.Staged(folder, next, ended));
    }

    @Override
    public RipSnapshot snapshot() {
        var seen = straight.snapshot();
        var now = seen.verdict().isPresent() ? progress.onceStraightIsOver() : progress.now();
        return switch (now) {
            case DetourStage.Staged later -> withWhatIsLeft(later.rip().snapshot(), later.left());
            case DetourStage.Settled() -> seen;
            case DetourStage.Straight(String notice, Deadline until) ->
                    told(seen, until.hasPassed(services.concurrency().nanoTime()) ? "" : notice);
            case DetourStage.Leaving(String notice) -> told(seen, notice);
            case DetourStage.Asked() -> told(seen, "");
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
        return straight.awaitEnd(deadline)
                && progress.awaitDecided(deadline)
                && progress.staged().map(half -> half.rip().awaitEnd(deadline)).orElse(true);
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
        var sources = new ArrayList<EventSource>(List.of(straight, between));
        progress.staged().map(DetourStage.Staged::rip).ifPresent(sources::add);
        return EventSource.takeAll(sources);
    }

    @Override
    public void stop() {
        // First: no second half is begun only to be stopped.
        halt.stop();
        relay.stop();
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
