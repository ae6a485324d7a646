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

    /** The first half; there is none where its image is there already. */
    private final Optional<RipJob> rip;

    private final Relay relay;

    // Guarded by the gate.
    private Optional<RipJob> move = Optional.empty();
    private Optional<String> image = Optional.empty();

    private volatile boolean isOver;

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
            var alone = move(staged.get(), Optional.empty());
            this.rip = Optional.empty();
            this.relay = new Relay(concurrency, alone);
            this.move = Optional.of(alone);
            this.image = staged.map(RipFiles::image);
        } else {
            var course = new Course.ToStaging(request.folder(), seen, before);
            var first = RipJob.start(services, requests.rip(), course);
            this.rip = Optional.of(first);
            this.relay = new Relay(concurrency, first);
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
        rip.ifPresent(first -> {
            first.awaitEnd(Deadline.never());
            first.snapshot().verdict().filter(StagedRip::isWhole).ifPresent(this::moveOn);
        });
        gate.read(() -> move).ifPresent(second -> second.awaitEnd(Deadline.never()));
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
        gate.update(() -> {
            move = Optional.of(second);
            image = Optional.of(staged.image());
        });
        relay.handTo(second);
    }

    /** Of the first half: its image is to be moved. Of the second one: it has been. */
    private static boolean isWhole(RipVerdict half) {
        return half.outcome() == RipOutcome.COMPLETE
                || half.outcome() == RipOutcome.FINISHED_WITH_HOLES;
    }

    /** The one whose disc is read; empty once it is not needed any more. */
    private Optional<RipJob> reading() {
        return gate.read(() -> move.isEmpty() ? rip : Optional.empty());
    }

    @Override
    public RipSnapshot snapshot() {
        // Asked first: what was over by then has its verdict in the snapshot.
        boolean ended = isOver;
        var now = relay.current().snapshot();
        return ended ? now : now.withoutVerdict();
    }

    @Override
    public Optional<DiscDetails> disc() {
        return relay.current().disc();
    }

    @Override
    public Optional<String> stagedImage() {
        var seen = gate.read(() -> image);
        boolean hasArrived =
                seen.isPresent()
                        && relay.current()
                                .snapshot()
                                .verdict()
                                .filter(StagedRip::isWhole)
                                .isPresent();
        return hasArrived ? Optional.empty() : seen;
    }

    @Override
    public Optional<MusicWishes> music() {
        return relay.current().music();
    }

    @Override
    public List<RipEvent> takeEvents() {
        var sources = new ArrayList<EventSource>();
        rip.ifPresent(sources::add);
        sources.add(between);
        gate.read(() -> move).ifPresent(sources::add);
        return EventSource.takeAll(sources);
    }

    @Override
    public void stop() {
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
        // No pause holds the end up any longer, nor what follows it.
        reading().filter(RipJob::endReading).ifPresent(_ -> relay.resume());
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
