package dev.spindle.audio;

import dev.spindle.audio.track.TrackFiles;
import dev.spindle.disc.DiscDetails;
import dev.spindle.rip.EventQueue;
import dev.spindle.rip.EventSource;
import dev.spindle.rip.MusicWishes;
import dev.spindle.rip.ReadSpeed;
import dev.spindle.rip.Rip;
import dev.spindle.rip.RipEvent;
import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipRequest;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.rip.RipVerdict;
import dev.spindle.rip.SavedRecord;
import dev.spindle.rip.TrackProgress;
import dev.spindle.rip.files.ImageFormat;
import dev.spindle.rip.files.RipFiles;
import dev.spindle.run.CallResult;
import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.RoleThread;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A rip of a disc with music: its raw sectors become an image by the engine that rips all discs,
 * and the image becomes tracks. So what was read is safe, can be resumed and read again, before
 * anything is made of it.
 */
public final class AudioRip implements Rip {
    /** As long as a rip waits for storage that does not move. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * One command may take a minute and a reset of the drive on top (drive.scsi, Reads): longer
     * than this none stays away.
     */
    private static final Duration PATIENCE_WITH_DRIVE = Duration.ofMinutes(3);

    /** How soon it is seen what a rip is about. */
    private static final Duration LOOK = Duration.ofMillis(500);

    /** After a stop a call that does not return is given up this soon, as in a rip. */
    private static final Duration STILL = Duration.ofMillis(500);

    private final AudioServices services;
    private final RipRequest request;
    private final Rip rip;
    private final EventQueue events;
    private final TrackStalls stalls;
    private final StopToken stop;
    private final RoleThread thread;
    private volatile @Nullable MakingProgress progress;
    private volatile @Nullable RipVerdict verdict;
    private volatile boolean isOver;

    private AudioRip(AudioServices services, Rip rip, RipRequest request) {
        this.services = services;
        this.request = request;
        this.rip = rip;
        this.events = new EventQueue(services.concurrency());
        this.stalls = new TrackStalls(services.concurrency(), services.concurrency().nanoTime());
        this.stop = new StopToken();
        this.thread = services.concurrency().start("tracks", this::follow);
    }

    /** Makes tracks of what the rip reads, unless an image is what was asked for. */
    static Rip of(AudioServices services, Rip rip, RipRequest request) {
        return request.music().format().equals(Optional.of(MusicWishes.Format.IMAGE))
                ? rip
                : new AudioRip(services, rip, request);
    }

    private void follow() {
        try {
            while (rip.music().isEmpty() && !rip.awaitEnd(services.concurrency().in(LOOK))) {
                // What is to be made of the disc is known once that was looked at.
            }
            warnOfMissingProgram();
            rip.awaitEnd(Deadline.never());
            rip.snapshot().verdict().filter(AudioRip::hasRawImage).ifPresent(this::makeTracks);
        } finally {
            isOver = true;
        }
    }

    /** Told now and not after half an hour; what can be read is read all the same. */
    private void warnOfMissingProgram() {
        boolean wantsFlac =
                rip.music()
                        .filter(wishes ->
                                wishes.files() == MusicWishes.Format.FLAC
                                        && rip.disc()
                                                .flatMap(DiscDetails::toc)
                                                .filter(wishes::wantsTracks)
                                                .isPresent())
                        .isPresent();
        if (wantsFlac) {
            try {
                TrackFiles.checkPrograms(services.programs());
            } catch (IOException missing) {
                events.add(
                        new RipEvent.Noticed(
                                0,
                                "tracks",
                                "No tracks can be made yet: "
                                        + missing.getMessage()
                                        + ". The image is read all the same, and the same command"
                                        + " goes on from it."));
            }
        }
    }

    private static boolean hasRawImage(RipVerdict ripped) {
        boolean isFinished =
                ripped.outcome() == RipOutcome.COMPLETE
                        || ripped.outcome() == RipOutcome.FINISHED_WITH_HOLES;
        return isFinished && ripped.file().endsWith(ImageFormat.BIN.ending());
    }

    private void makeTracks(RipVerdict ripped) {
        var concurrency = services.concurrency();
        var verdicts = new AlbumVerdict(concurrency, ripped, concurrency.nanoTime());
        var files = RipFiles.of(ripped.file());
        var making = new MakingProgress(stalls, stop);
        var maker = new TrackMaker(services, request, files, verdicts, stalls, making, stop);
        progress = making;
        events.add(
                new RipEvent.Noticed(
                        ripped.totalSeconds(),
                        "tracks",
                        "The image " + files.imageName() + " is there; its tracks are made now."));
        var worker = new RoleWorker(concurrency, "encoder");
        try {
            verdict = verdict(result(worker, worker.submit(maker::run), making), making, verdicts);
        } catch (StoppedException stopped) {
            verdict = making.made().orElseGet(verdicts::stopped);
        } catch (RuntimeException | Error fault) {
            verdict = making.made().orElseGet(() -> verdicts.fault(fault));
        } finally {
            worker.close();
        }
        RipVerdict told = verdict;
        if (told != null) {
            verdict = told.withStalled(stalls.seconds());
        }
    }

    /** Of an album that has its name already nothing else is said than that. */
    private @Nullable RipVerdict verdict(
            CallResult<Optional<RipVerdict>> result, MakingProgress making, AlbumVerdict verdicts) {
        return switch (result) {
            case CallResult.Returned<Optional<RipVerdict>> made -> made.value().orElse(null);
            case CallResult.Failed<Optional<RipVerdict>> failed ->
                    making.made()
                            .orElseGet(() ->
                                    stop.isStopped()
                                            ? verdicts.stopped()
                                            : verdicts.failed(
                                                    String.valueOf(failed.problem().getMessage())));
            case CallResult.Stopped<Optional<RipVerdict>> _ ->
                    making.made().orElseGet(verdicts::stopped);
            case CallResult.TimedOut<Optional<RipVerdict>> _ ->
                    making.made().orElseGet(verdicts::hangs);
        };
    }

    /** Waits as long as anything moves, and no longer than a moment after a stop. */
    private CallResult<Optional<RipVerdict>> result(
            RoleWorker worker,
            RoleWorker.Pending<Optional<RipVerdict>> pending,
            MakingProgress making) {
        var concurrency = services.concurrency();
        var life = new SignsOfLife(services.storage(), making);
        long lastSignNanos = concurrency.nanoTime();
        while (true) {
            var result = worker.await(pending, concurrency.in(TrackStalls.TICK), stop);
            stalls.tick(worker.ledger(), events);
            boolean isUnderWay = result instanceof CallResult.TimedOut;
            long now = concurrency.nanoTime();
            if (isUnderWay && life.areNew()) {
                lastSignNanos = now;
            }
            if (isUnderWay && now - lastSignNanos < patience(making).toNanos()) {
                continue;
            }
            if (!isUnderWay && !(result instanceof CallResult.Stopped)) {
                return result;
            }
            making.abandon();
            var last = worker.await(pending, concurrency.in(STILL), StopToken.never());
            if (last instanceof CallResult.Returned) {
                return last;
            }
            if (last instanceof CallResult.TimedOut) {
                var _ = worker.abandon();
            }
            return result;
        }
    }

    private static Duration patience(MakingProgress making) {
        return making.phase() == RipSnapshot.Phase.CONFIRMING ? PATIENCE_WITH_DRIVE : PATIENCE;
    }

    @Override
    public RipSnapshot snapshot() {
        return stalls.latest().isEmpty() ? current() : current().withStalls(stalls.latest());
    }

    private RipSnapshot current() {
        // Asked first: what was over by then has its verdict.
        boolean ended = isOver;
        MakingProgress making = progress;
        RipVerdict last = verdict;
        var now = rip.snapshot();
        if (ended) {
            return last == null
                    ? now
                    : now.with(
                            RipSnapshot.Phase.ENDED,
                            now.totalBytes(),
                            now.finishedBytes(),
                            now.notice(),
                            Optional.of(last));
        }
        if (making == null || making.totalBytes() == 0) {
            return now.withoutVerdict();
        }
        return now.with(
                making.phase(), making.totalBytes(), making.doneBytes(), "", Optional.empty());
    }

    @Override
    public Optional<DiscDetails> disc() {
        return rip.disc();
    }

    @Override
    public List<TrackProgress> tracks() {
        MakingProgress making = progress;
        if (making != null && !making.tracks().isEmpty()) {
            return making.tracks();
        }
        var wishes = rip.music().orElse(request.music());
        return rip.disc()
                .filter(disc -> disc.toc().filter(wishes::wantsTracks).isPresent())
                .map(disc -> TrackStates.whileReading(disc, wishes.words(), rip.snapshot().map()))
                .orElse(List.of());
    }

    /** What was made of the image is told in the same file, behind the rip's back. */
    @Override
    public Optional<SavedRecord> savedRecord() {
        return progress == null ? rip.savedRecord() : Optional.empty();
    }

    @Override
    public List<RipEvent> takeEvents() {
        return EventSource.takeAll(List.of(rip, events));
    }

    @Override
    public void stop() {
        stop.stop();
        rip.stop();
    }

    /** Where only tracks are left to make there is no drive to rest. */
    @Override
    public void pause() {
        rip.pause();
    }

    @Override
    public void resume() {
        rip.resume();
    }

    @Override
    public void goodEnough() {
        rip.goodEnough();
    }

    @Override
    public void keepTrying() {
        rip.keepTrying();
    }

    @Override
    public void changeSpeed(Optional<ReadSpeed> speed) {
        rip.changeSpeed(speed);
    }

    @Override
    public void detour(String folder) {
        rip.detour(folder);
    }

    @Override
    public Optional<String> detourFolder() {
        return rip.detourFolder();
    }

    @Override
    public Optional<String> stagedImage() {
        return rip.stagedImage();
    }

    @Override
    public boolean awaitEnd(Deadline deadline) {
        return thread.awaitDone(deadline, StopToken.never()) == Gate.Outcome.MET;
    }
}
