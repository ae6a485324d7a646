package dev.spindle.rip;

import dev.spindle.disc.DiscDetails;
import dev.spindle.os.FileFacts;
import dev.spindle.rip.files.RipFiles;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.RoleThread;
import dev.spindle.run.StopToken;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Two jobs that look like one: a rip to a local folder, and what moves its image on to where it is
 * to stay. The move needs no disc and starts from files alone, so that a later start can do it.
 */
final class StagedRip implements Rip {
    private final RipServices services;
    private final StagedRequests requests;
    private final Predecessor before;
    private final EventQueue between;
    private final Gate gate;
    private final RoleThread thread;
    private final AtomicReference<@Nullable FileFacts> seen = new AtomicReference<>();

    // Guarded by the gate.
    private @Nullable RipJob rip;
    private @Nullable RipJob move;
    private Optional<String> image = Optional.empty();
    private boolean isStopped;
    private boolean isPaused;
    private volatile boolean isOver;

    /** What was asked of the rip before it became a move. */
    private record Wish(boolean pause, boolean stop) {}

    private StagedRip(
            RipServices services, RipRequest request, String staging, Predecessor before) {
        Concurrency concurrency = services.concurrency();
        this.services = services;
        this.before = before;
        this.requests = new StagedRequests(request, staging);
        this.between = new EventQueue(concurrency);
        this.gate = concurrency.gate("staging");
        var staged = requests.alreadyStaged();
        if (staged.isPresent()) {
            this.move = move(staged.get(), Optional.empty());
            this.image = staged.map(RipFiles::image);
        } else {
            this.rip =
                    RipJob.start(
                            services,
                            requests.rip(),
                            new Course.ToStaging(request.folder(), seen, before));
        }
        this.thread = concurrency.start("stager", this::follow);
    }

    static StagedRip start(RipServices services, RipRequest request, String staging) {
        return start(services, request, staging, Predecessor.NONE);
    }

    /**
     * The same after an earlier rip to that destination.
     *
     * @param before that one: the move waits until its calls have returned
     */
    static StagedRip start(
            RipServices services, RipRequest request, String staging, Predecessor before) {
        return new StagedRip(services, request, staging, before);
    }

    private RipJob move(RipFiles staged, Optional<FileFacts> place) {
        var course = new Course.FromStaging(staged, place, before);
        return RipJob.start(services, requests.move(staged), course);
    }

    private void follow() {
        RipJob first = gate.read(() -> rip);
        if (first != null) {
            first.awaitEnd(Deadline.never());
            first.snapshot().verdict().filter(StagedRip::isWhole).ifPresent(this::moveOn);
        }
        RipJob second = gate.read(() -> move);
        if (second != null) {
            second.awaitEnd(Deadline.never());
        }
        isOver = true;
    }

    private void moveOn(RipVerdict ripped) {
        var staged = RipFiles.of(ripped.file());
        between.add(
                new RipEvent.Noticed(
                        ripped.totalSeconds(),
                        "staging",
                        Moves.begins(staged.folder(), requests.target())));
        RipJob second = move(staged, Optional.ofNullable(seen.get()));
        var wish =
                gate.read(() -> {
                    move = second;
                    image = Optional.of(staged.image());
                    return new Wish(isPaused, isStopped);
                });
        if (wish.pause) {
            second.pause();
        }
        if (wish.stop) {
            second.stop();
        }
    }

    /** Of the first half: its image is to be moved. Of the second one: it has been. */
    private static boolean isWhole(RipVerdict half) {
        return half.outcome() == RipOutcome.COMPLETE
                || half.outcome() == RipOutcome.FINISHED_WITH_HOLES;
    }

    private RipJob current() {
        RipJob now = gate.read(() -> move != null ? move : rip);
        if (now == null) {
            throw new IllegalStateException("a staged rip has one job at least");
        }
        return now;
    }

    /** The one whose disc is read; empty once it is not needed any more. */
    private Optional<RipJob> reading() {
        return Optional.ofNullable(gate.read(() -> move == null ? rip : null));
    }

    @Override
    public RipSnapshot snapshot() {
        // Asked first: what was over by then has its verdict in the snapshot.
        boolean ended = isOver;
        var now = current().snapshot();
        return ended ? now : now.withoutVerdict();
    }

    @Override
    public Optional<DiscDetails> disc() {
        return current().disc();
    }

    @Override
    public Optional<String> stagedImage() {
        var seen = gate.read(() -> image);
        boolean hasArrived =
                seen.isPresent()
                        && current().snapshot().verdict().filter(StagedRip::isWhole).isPresent();
        return hasArrived ? Optional.empty() : seen;
    }

    @Override
    public Optional<MusicWishes> music() {
        return current().music();
    }

    @Override
    public List<RipEvent> takeEvents() {
        RipJob first = gate.read(() -> rip);
        RipJob second = gate.read(() -> move);
        var all = new ArrayList<RipEvent>();
        if (first != null) {
            all.addAll(first.takeEvents());
        }
        all.addAll(between.takeEvents());
        if (second != null) {
            all.addAll(second.takeEvents());
        }
        return all;
    }

    @Override
    public void stop() {
        gate.update(() -> isStopped = true);
        current().stop();
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
        reading().ifPresent(RipJob::goodEnough);
    }

    @Override
    public void keepTrying() {
        reading().ifPresent(RipJob::keepTrying);
    }

    @Override
    public void changeSpeed(Optional<ReadSpeed> speed) {
        reading().ifPresent(job -> job.changeSpeed(speed));
    }

    @Override
    public boolean awaitEnd(Deadline deadline) {
        return thread.awaitDone(deadline, StopToken.never()) == Gate.Outcome.MET;
    }
}
