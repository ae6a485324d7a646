package dev.spindle.drive.image;

import dev.spindle.drive.Drive;
import dev.spindle.drive.DriveInfo;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.SectorSource;
import dev.spindle.drive.Sense;
import dev.spindle.drive.medium.Medium;
import dev.spindle.drive.script.Script;
import dev.spindle.drive.script.Sectors;
import dev.spindle.drive.script.Statement;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * A drive that behaves as a script says. One thread at a time.
 *
 * <p>A command can't be interrupted, as in the kernel: it returns when its time has come, when the
 * drive is unplugged, or never. What meets it on its way: {@link SectorFaults}.
 */
public final class ScriptedDrive implements Drive {
    private record Disc(long fromNanos, SectorSource source) {}

    private final Concurrency concurrency;
    private final Gate gate;
    private final DriveInfo info;
    private final OptionalLong topBytesPerSecond;
    private final SectorFaults sectorFaults;
    private final TimedFaults timedFaults;
    private final Pace pace;
    private final List<Disc> discsToCome;
    private final Map<String, SectorSource> otherDiscs;
    private final SectorSource firstDisc;
    private final long openedNanos;
    private SectorSource disc;
    private volatile boolean closed;

    /**
     * Opens it: its clock starts now. The drive closes all discs at its end.
     *
     * @param otherDiscs what the script changes to, by the names that it uses
     */
    public ScriptedDrive(
            Concurrency concurrency,
            DriveInfo info,
            Script script,
            SectorSource disc,
            Map<String, SectorSource> otherDiscs) {
        this.concurrency = concurrency;
        this.gate = concurrency.gate("drive");
        this.info = info;
        this.topBytesPerSecond = script.speedBytesPerSecond();
        this.sectorFaults = new SectorFaults(script);
        this.timedFaults = new TimedFaults(script);
        this.pace = new Pace(script, 0);
        this.firstDisc = disc;
        this.disc = disc;
        this.otherDiscs = Map.copyOf(otherDiscs);
        this.openedNanos = concurrency.nanoTime();
        this.discsToCome =
                script.all(Statement.Change.class).stream()
                        .map(c -> new Disc(c.at().toNanos(), other(otherDiscs, c.file())))
                        .sorted(Comparator.comparingLong(Disc::fromNanos))
                        .collect(Collectors.toCollection(ArrayList::new));
    }

    @Override
    public DriveInfo info() {
        return info;
    }

    @Override
    public long lengthBytes() {
        return disc.lengthBytes();
    }

    @Override
    public int sectorBytes() {
        return disc.sectorBytes();
    }

    @Override
    public Medium medium() {
        return disc.medium();
    }

    @Override
    public OptionalLong topBytesPerSecond() {
        return topBytesPerSecond;
    }

    @Override
    public int sectorsPerRead() {
        return ImageDrive.sectorsPerRead(disc);
    }

    @Override
    public ReadOutcome read(long lba, int sectors, ByteBuffer into) {
        long startNanos = now();
        if (closed) {
            return new ReadOutcome.Gone("the drive was closed");
        }
        if (timedFaults.isUnplugged(startNanos)) {
            return unplugged();
        }
        if (changeDisc(startNanos)) {
            return Sense.MEDIUM_MAY_HAVE_CHANGED.asOutcome();
        }
        return SourceReads.isInside(disc, lba, sectors)
                ? command(startNanos, lba, sectors, into)
                : SourceReads.outOfRange();
    }

    private ReadOutcome command(long startNanos, long lba, int sectors, ByteBuffer into) {
        int bytes = SourceReads.bytes(disc, lba, sectors);
        var met = sectorFaults.meet(new Sectors(lba, sectors), bytes);
        long transferNanos = pace.transferNanos(lba, met.sectorsRead(), disc.sectorBytes(), bytes);
        long dueNanos = pace.due(startNanos, transferNanos);
        if (met.extraNanos() > 0) {
            dueNanos = Math.max(dueNanos, startNanos) + met.extraNanos();
        }
        long endNanos =
                met.hangsForEver() ? TimedFaults.NEVER : timedFaults.end(startNanos, dueNanos);
        long unplugNanos = timedFaults.nextUnplug(startNanos);
        if (unplugNanos <= endNanos && unplugNanos != TimedFaults.NEVER) {
            waitUntil(unplugNanos);
            return unplugged();
        }
        // Read first: the time that this takes belongs to the command, not on top of it.
        ReadOutcome outcome =
                endNanos == TimedFaults.NEVER
                        ? unplugged()
                        : met.failure().orElseGet(() -> SourceReads.read(disc, lba, sectors, into));
        waitUntil(endNanos);
        pace.returned(endNanos, now());
        return outcome;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            firstDisc.close();
            otherDiscs.values().forEach(SectorSource::close);
        }
    }

    private static SectorSource other(Map<String, SectorSource> discs, String file) {
        return Optional.ofNullable(discs.get(file))
                .orElseThrow(() -> new IllegalArgumentException("no disc for " + file));
    }

    private boolean changeDisc(long nowNanos) {
        boolean changed = false;
        while (!discsToCome.isEmpty() && discsToCome.getFirst().fromNanos <= nowNanos) {
            disc = discsToCome.removeFirst().source;
            changed = true;
        }
        return changed;
    }

    private static ReadOutcome unplugged() {
        return new ReadOutcome.Gone("the drive was unplugged");
    }

    private long now() {
        return concurrency.nanoTime() - openedNanos;
    }

    private void waitUntil(long nanos) {
        if (nanos > now()) {
            var deadline =
                    nanos == TimedFaults.NEVER
                            ? Deadline.never()
                            : Deadline.at(openedNanos + nanos);
            var _ = gate.pause(deadline, StopToken.never());
        }
    }
}
