package dev.spindle.rip.stream;

import dev.spindle.drive.Drive;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.range.ByteRange;
import dev.spindle.rescue.FromBehind;
import dev.spindle.rescue.ReadCommand;
import dev.spindle.run.Activity;
import dev.spindle.run.Concurrency;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * The second reader: a drive with the same disc reads onto the same map, from the other end. It
 * reports no stalls: while it waits the first drive reads, and the rip goes on.
 */
public final class SecondReaderLoop implements RoleWorker.Work<ReadingEnd> {
    /** A drive that is not ready or fails is asked again so often, this far apart. */
    private static final int TRIES = 30;

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Concurrency concurrency;
    private final Drive drive;
    private final MapKeeper maps;
    private final PauseSwitch pause;
    private final StopToken stop;
    private final FromBehind plan;
    private final SlotFiller filler;
    private int fruitlessTries;

    /**
     * A loop.
     *
     * @param plan of this drive, the same in each round
     */
    public SecondReaderLoop(
            Concurrency concurrency,
            Drive drive,
            MapKeeper maps,
            Ring ring,
            PauseSwitch pause,
            StopToken stop,
            FromBehind plan) {
        this.concurrency = concurrency;
        this.drive = drive;
        this.maps = maps;
        this.pause = pause;
        this.stop = stop;
        this.plan = plan;
        this.filler = new SlotFiller(concurrency, ring, stop, (_, _, _) -> {});
    }

    @Override
    public ReadingEnd run(RoleWorker.Lease lease) throws IOException {
        try {
            while (true) {
                restWhilePaused(lease);
                if (stop.isStopped()) {
                    return new ReadingEnd.Stopped();
                }
                long failures = maps.failures();
                var command = maps.nextFromBehind(plan);
                if (command.isPresent()) {
                    var end = execute(command.get(), lease);
                    if (end.isPresent()) {
                        return end.get();
                    }
                } else {
                    filler.handOn(lease);
                    lease.enter(Activity.IDLE);
                    if (!maps.awaitFailure(failures, stop)) {
                        return new ReadingEnd.PlanDone();
                    }
                }
            }
        } finally {
            filler.handOn(lease);
        }
    }

    private Optional<ReadingEnd> execute(ReadCommand command, RoleWorker.Lease lease)
            throws IOException {
        long position = command.lba() * drive.sectorBytes();
        long bytes = (long) command.sectors() * drive.sectorBytes();
        int wanted = (int) Math.min(bytes, drive.lengthBytes() - position);
        var target = filler.slotFor(position, wanted, lease);
        if (target.isEmpty() || stop.isStopped()) {
            return Optional.of(new ReadingEnd.Stopped());
        }
        lease.enter(Activity.READING);
        var outcome = drive.read(command.lba(), command.sectors(), target.get().target());
        lease.check();
        boolean isGood = outcome instanceof ReadOutcome.Good(int got) && got == wanted;
        switch (outcome) {
            case ReadOutcome.Good _, ReadOutcome.MediumError _, ReadOutcome.ShortTransfer _ -> {
                fruitlessTries = 0;
                maps.markSecond(plan, command, ByteRange.at(position, wanted), isGood);
                if (isGood) {
                    filler.good(target.get(), wanted, lease);
                } else {
                    filler.handOn(lease);
                }
                return Optional.empty();
            }
            case ReadOutcome.NotReady(var sense) when sense.isNoMedium() -> {
                return Optional.of(new ReadingEnd.DriveFailed(command.lba(), outcome));
            }
            case ReadOutcome.NotReady _, ReadOutcome.Fault _ -> {
                filler.handOn(lease);
                lease.enter(Activity.IDLE);
                if (++fruitlessTries >= TRIES) {
                    return Optional.of(new ReadingEnd.DriveFailed(command.lba(), outcome));
                }
                var _ =
                        concurrency
                                .gate("second drive retry")
                                .pause(concurrency.in(BETWEEN_TRIES), stop);
                return Optional.empty();
            }
            case ReadOutcome.Changed _, ReadOutcome.Protected _, ReadOutcome.Gone _ -> {
                return Optional.of(new ReadingEnd.DriveFailed(command.lba(), outcome));
            }
        }
    }

    private void restWhilePaused(RoleWorker.Lease lease) throws IOException {
        if (pause.isPaused() && !stop.isStopped()) {
            filler.handOn(lease);
            lease.enter(Activity.IDLE);
            pause.awaitResume(stop);
        }
    }
}
