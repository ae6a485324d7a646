package dev.spindle.rip.stream;

import dev.spindle.drive.Drive;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.range.ByteRange;
import dev.spindle.rescue.ReadCommand;
import dev.spindle.run.Activity;
import dev.spindle.run.Concurrency;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * The reader: follows the plan, puts what it reads into the ring, and marks the map; then it fills
 * what stayed unread. It makes no file call and never waits for anything but the drive and a free
 * buffer.
 */
public final class ReaderLoop implements RoleWorker.Work<ReadingEnd> {
    /** A drive that is not ready or fails is asked again so often, this far apart. */
    private static final int TRIES = 30;

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Concurrency concurrency;
    private final Drive drive;
    private final OtherCopy other;
    private final MapKeeper maps;
    private final SlotFiller filler;
    private final UnreadFill fill;
    private final PauseSwitch pause;
    private final BetweenReads betweenReads;
    private final StopToken stop;
    private final ReadStalls stalls;
    private final DamageSpeed speed;
    private final ApproachedReads approached;
    private int fruitlessTries;

    public ReaderLoop(
            Concurrency concurrency,
            Drive drive,
            OtherCopy other,
            MapKeeper maps,
            Ring ring,
            UnreadFill fill,
            PauseSwitch pause,
            BetweenReads betweenReads,
            StopToken stop,
            StallReporter reporter,
            DamageSpeed speed) {
        this.concurrency = concurrency;
        this.drive = drive;
        this.other = other;
        this.maps = maps;
        this.fill = fill;
        this.pause = pause;
        this.betweenReads = betweenReads;
        this.stop = stop;
        this.stalls = new ReadStalls(reporter);
        this.speed = speed;
        this.filler = new SlotFiller(concurrency, ring, stop, stalls::ringWaitEnded);
        this.approached = new ApproachedReads(drive, maps);
    }

    @Override
    public ReadingEnd run(RoleWorker.Lease lease) throws IOException {
        maps.allow(speed.possible(drive.approaches()));
        stalls.disc(drive.medium().layerBreakLba(), drive.sectorBytes());
        try {
            takeFromOther(lease);
            while (true) {
                restWhilePaused(lease);
                if (stop.isStopped()) {
                    return new ReadingEnd.Stopped();
                }
                carryOutWish(lease);
                var command = maps.next();
                if (command.isEmpty()) {
                    filler.handOn(lease);
                    // What the second drive brings must not be written over: the next round fills.
                    return maps.isSecondReading() || fill.run(stop, lease)
                            ? new ReadingEnd.PlanDone()
                            : new ReadingEnd.Stopped();
                }
                lease.enter(Activity.READING);
                speed.before(command.get());
                var end = execute(command.get(), lease);
                if (end.isPresent()) {
                    return end.get();
                }
            }
        } finally {
            filler.handOn(lease);
        }
    }

    /** Takes what another copy of the disc has; the plan is for the rest. */
    private void takeFromOther(RoleWorker.Lease lease) throws IOException {
        var pieces =
                new CopyPieces(
                        maps.wantedOfOthers(),
                        other.finished(),
                        drive.sectorBytes(),
                        drive.sectorsPerRead() * drive.sectorBytes(),
                        drive.lengthBytes());
        boolean wasEnough = maps.isEnough();
        for (var next = pieces.next(); next.isPresent(); next = pieces.next()) {
            restWhilePaused(lease);
            ByteRange piece = next.get();
            int bytes = (int) piece.lengthBytes();
            var target = filler.slotFor(piece.startBytes(), bytes, lease);
            if (stop.isStopped() || maps.isEnough() != wasEnough || target.isEmpty()) {
                return;
            }
            lease.enter(Activity.FILING);
            long startNanos = concurrency.nanoTime();
            boolean came = other.read(piece, target.get().target());
            lease.check();
            stalls.copyRead(startNanos, concurrency.nanoTime());
            if (came) {
                maps.merged(piece);
                filler.good(target.get(), bytes, lease);
            }
        }
        filler.handOn(lease);
    }

    private Optional<ReadingEnd> execute(ReadCommand command, RoleWorker.Lease lease)
            throws IOException {
        long position = command.lba() * drive.sectorBytes();
        long bytes = (long) command.sectors() * drive.sectorBytes();
        int wanted = (int) Math.min(bytes, drive.lengthBytes() - position);
        var range = ByteRange.at(position, wanted);
        var target = filler.slotFor(position, wanted, lease);
        if (target.isEmpty()) {
            return Optional.of(new ReadingEnd.Stopped());
        }
        while (!stop.isStopped()) {
            if (!maps.isWanted(command)) {
                return Optional.of(new ReadingEnd.PlanDone());
            }
            lease.enter(Activity.READING);
            long startNanos = concurrency.nanoTime();
            boolean isRested = approached.prepare(command, stop);
            lease.check();
            long readNanos = concurrency.nanoTime();
            stalls.prepared(startNanos, readNanos);
            if (stop.isStopped() || !maps.isWanted(command)) {
                continue;
            }
            if (isRested) {
                maps.allow(speed.possible(drive.approaches()));
                stalls.rested(startNanos, readNanos);
            }
            var outcome = approached.read(command, target.get().target());
            long endNanos = concurrency.nanoTime();
            lease.check();
            stalls.commandEnded(command.lba(), wanted, readNanos, endNanos, outcome);
            switch (outcome) {
                case ReadOutcome.Good(int got) when got == wanted -> {
                    fruitlessTries = 0;
                    maps.mark(command, range, true, endNanos - startNanos);
                    filler.good(target.get(), wanted, lease);
                    return Optional.empty();
                }
                case ReadOutcome.Good _, ReadOutcome.MediumError _, ReadOutcome.ShortTransfer _ -> {
                    fruitlessTries = 0;
                    maps.mark(command, range, false, endNanos - startNanos);
                    filler.handOn(lease);
                    return Optional.empty();
                }
                case ReadOutcome.NotReady(var sense) when sense.isNoMedium() -> {
                    return Optional.of(new ReadingEnd.DriveFailed(command.lba(), outcome));
                }
                case ReadOutcome.NotReady _, ReadOutcome.Fault _ -> {
                    if (++fruitlessTries >= TRIES) {
                        return Optional.of(new ReadingEnd.DriveFailed(command.lba(), outcome));
                    }
                    filler.handOn(lease);
                    lease.enter(Activity.IDLE);
                    pauseBetweenTries();
                    restWhilePaused(lease);
                    target = filler.slotFor(position, wanted, lease);
                    if (target.isEmpty()) {
                        return Optional.of(new ReadingEnd.Stopped());
                    }
                }
                case ReadOutcome.Changed _, ReadOutcome.Protected _, ReadOutcome.Gone _ -> {
                    return Optional.of(new ReadingEnd.DriveFailed(command.lba(), outcome));
                }
            }
        }
        return Optional.of(new ReadingEnd.Stopped());
    }

    private void carryOutWish(RoleWorker.Lease lease) throws IOException {
        var wish = betweenReads.take();
        if (wish.isPresent()) {
            lease.enter(Activity.READING);
            speed.leaveToUser();
            wish.get().accept(drive);
            lease.check();
            maps.allow(speed.possible(drive.approaches()));
        }
    }

    /** The user's pause; what was read so far is written meanwhile. */
    private void restWhilePaused(RoleWorker.Lease lease) throws IOException {
        if (pause.isPaused() && !stop.isStopped()) {
            filler.handOn(lease);
            lease.enter(Activity.PAUSED);
            long startNanos = concurrency.nanoTime();
            pause.awaitResume(stop);
            stalls.paused(startNanos, concurrency.nanoTime());
            lease.enter(Activity.IDLE);
        }
    }

    private void pauseBetweenTries() {
        concurrency.gate("drive retry").pause(concurrency.in(BETWEEN_TRIES), stop);
    }
}
