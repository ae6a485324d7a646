package dev.spindle.drive.linux;

import dev.spindle.drive.Approach;
import dev.spindle.drive.Drive;
import dev.spindle.drive.DriveInfo;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;
import dev.spindle.drive.medium.Medium;
import dev.spindle.drive.scsi.BadReplyException;
import dev.spindle.drive.scsi.Capacity;
import dev.spindle.drive.scsi.Controls;
import dev.spindle.drive.scsi.MediaEvent;
import dev.spindle.drive.scsi.ModePages;
import dev.spindle.drive.scsi.Queries;
import dev.spindle.os.OsException;
import dev.spindle.run.Concurrency;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A real drive, by commands. One thread at a time, the reader; nobody else may touch the device
 * while a command runs, since the kernel would let him wait behind it (drivers/scsi/sr.c,
 * sr_block_ioctl).
 */
final class OpticalDrive implements Drive {
    /** 64 KiB: two clusters of a Blu-ray disc, two ECC blocks of a DVD (ECMA-267). */
    private static final int BYTES_PER_READ = 64 << 10;

    /** Opens the device again after it had left. */
    @FunctionalInterface
    interface Reopening {
        /** Throws where it is not there. */
        AttentiveDevice open() throws OsException;
    }

    private final Concurrency concurrency;
    private final DriveInfo info;
    private final OptionalInt mostBytes;
    private final Reopening reopening;
    private final BlockReads blockReads;
    private final boolean isExclusive;
    private DiscReads reads;
    private Commander commander;
    private AttentiveDevice device;
    private long lengthBytes;
    private Medium medium = Medium.UNKNOWN;
    private OptionalLong topBytesPerSecond = OptionalLong.empty();
    private OptionalLong speed = OptionalLong.empty();
    private boolean isSpeedSet;
    private boolean hasC2;
    private boolean isLocked;
    private boolean canRest = true;
    private volatile boolean closed;

    /**
     * @param isExclusive whether the drive is ours alone, so that its door may be locked
     * @param mostBytes that one command may move
     * @param blockReads the second way to the same disc
     */
    OpticalDrive(
            Concurrency concurrency,
            DriveInfo info,
            AttentiveDevice device,
            boolean isExclusive,
            OptionalInt mostBytes,
            BlockReads blockReads,
            Reopening reopening) {
        this.concurrency = concurrency;
        this.info = info;
        this.device = device;
        this.isExclusive = isExclusive;
        this.mostBytes = mostBytes;
        this.blockReads = blockReads;
        this.reopening = reopening;
        this.commander = new Commander(device);
        this.reads = new DiscReads(device, mostBytes);
    }

    @Override
    public DriveInfo info() {
        return info;
    }

    @Override
    public long lengthBytes() {
        return lengthBytes;
    }

    @Override
    public int sectorBytes() {
        return reads.sectorBytes();
    }

    @Override
    public OptionalLong topBytesPerSecond() {
        return topBytesPerSecond;
    }

    @Override
    public int sectorsPerRead() {
        return Math.min(BYTES_PER_READ / sectorBytes(), reads.mostSectors());
    }

    @Override
    public Medium medium() {
        return medium;
    }

    @Override
    public ReadOutcome read(long lba, int sectors, ByteBuffer into) {
        if (closed) {
            return new ReadOutcome.Gone("the drive was closed");
        }
        var change = device.change();
        return change.isPresent()
                ? new ReadOutcome.Changed(change.get())
                : device.judged(reads.read(lba, sectors, sectorCount(), into));
    }

    @Override
    public boolean tellsErrors() {
        return hasC2 && RawDiscs.isRaw(medium);
    }

    /** A drive that knows the page and refuses the command is not asked so again. */
    @Override
    public ReadOutcome readTold(long lba, int sectors, ByteBuffer into, BitSet uncorrected) {
        if (closed || !tellsErrors() || device.change().isPresent()) {
            return read(lba, sectors, into);
        }
        var outcome = reads.readTold(lba, sectors, sectorCount(), into, uncorrected);
        // Some drives bring other bytes than were asked for, or call the sector one of another
        // kind.
        boolean isRefused =
                outcome instanceof ReadOutcome.Fault
                        || outcome instanceof ReadOutcome.ShortTransfer
                        || (outcome instanceof ReadOutcome.MediumError(Sense sense)
                                && sense.key() == Sense.OUT_OF_RANGE.key());
        if (isRefused) {
            hasC2 = false;
            uncorrected.clear();
            return read(lba, sectors, into);
        }
        return device.judged(outcome);
    }

    @Override
    public ReadOutcome readBeyond(long lba, int sectors, ByteBuffer into) {
        return closed || !RawDiscs.isRaw(medium) || device.change().isPresent()
                ? Drive.super.readBeyond(lba, sectors, into)
                : reads.readBeyond(lba, sectors, into);
    }

    @Override
    public void awaitDisc(StopToken stop) throws IOException {
        awaitDisc(isExclusive, stop);
    }

    @Override
    public void awaitKnownDisc(StopToken stop) throws IOException {
        Medium before = medium;
        awaitDisc(false, stop);
        if (before.toc().equals(medium.toc())) {
            medium = medium.withMusic(before.music().or(medium::music));
        }
    }

    /**
     * @param isThorough whether what a CD tells of its music is looked for on the disc, too
     */
    private void awaitDisc(boolean isThorough, StopToken stop) throws IOException {
        if (closed) {
            throw new IOException("the drive was closed");
        }
        try {
            lookAtDisc(isThorough, stop);
        } catch (CommandFailedException failed) {
            if (!(failed.outcome() instanceof ReadOutcome.Gone) || stop.isStopped()) {
                throw failed;
            }
            reopen();
            lookAtDisc(isThorough, stop);
        }
    }

    /** A raw disc's block device brings other bytes, if any. */
    @Override
    public Set<Approach> approaches() {
        var ways = EnumSet.of(Approach.PLAIN, Approach.RUN_UP, Approach.FASTEST);
        if (canRest) {
            ways.add(Approach.RESTED);
        }
        if (!RawDiscs.isRaw(medium) && blockReads.isPossible()) {
            ways.add(Approach.BLOCK_DEVICE);
        }
        return ways;
    }

    /** A drive that takes its disc for a new one afterwards, or refuses, is not asked again. */
    @Override
    public void rest(StopToken stop) throws IOException {
        canRest = false;
        new DiscRest(concurrency, commander, info.address()).take(stop);
        canRest = device.change().isEmpty();
    }

    @Override
    public ReadOutcome readByBlockDevice(long lba, int sectors, ByteBuffer into) {
        if (closed || device.change().isPresent() || lba > sectorCount() - sectors) {
            return read(lba, sectors, into);
        }
        ReadOutcome outcome = blockReads.read(device.path(), lba, sectors, into);
        if (outcome instanceof ReadOutcome.MediumError && isAlone() && mayBeAnother()) {
            return device.changed();
        }
        return device.judged(outcome);
    }

    /** Nobody else may write to it, so that the kernel does not look for other discs by itself. */
    private boolean isAlone() {
        return isExclusive && device.isWritable();
    }

    /**
     * Whether a read of the kernel's has failed because the disc is another one: the kernel was
     * told then, and we are not (drivers/scsi/scsi_lib.c, scsi_io_completion_action). The drive
     * tells of it as an event, too; one that knows no events is not read so again.
     */
    private boolean mayBeAnother() {
        try {
            int event =
                    MediaEvent.parse(commander.ask(Queries.mediaEvent(), Queries.MEDIA_EVENT_BYTES))
                            .event();
            return event == MediaEvent.NEW_DISC || event == MediaEvent.REMOVED;
        } catch (CommandFailedException | BadReplyException unknown) {
            blockReads.refuse();
            return true;
        }
    }

    private void reopen() throws IOException {
        device.close();
        blockReads.close();
        device = reopening.open();
        commander = new Commander(device);
        reads = new DiscReads(device, mostBytes);
        isLocked = false;
    }

    private void lookAtDisc(boolean isThorough, StopToken stop) throws IOException {
        new Readiness(concurrency, commander, info.address()).await(stop);
        device.forgetChange();
        if (isAlone()) {
            // What happened before is no news of this disc.
            var _ = mayBeAnother();
        }
        lengthBytes = 0;
        lock();
        medium = new MediumQuery(commander).read(isThorough, stop);
        reads = reads.of(medium);
        lengthBytes = RawDiscs.isRaw(medium) ? rawBytes() : capacityBytes();
        topBytesPerSecond = topSpeed();
        if (isSpeedSet) {
            applySpeed();
        }
    }

    /** By the table of contents: of the last track's sectors READ CAPACITY may tell anything. */
    private long rawBytes() {
        return medium.toc().map(toc -> toc.leadOutLba() * RAW_SECTOR_BYTES).orElse(0L);
    }

    /** 0 for a disc to which nothing was written. */
    private long capacityBytes() throws IOException {
        try {
            Capacity capacity = Capacity.parse(commander.ask(Queries.capacity(), 8));
            if (!capacity.isUsual()) {
                throw new IOException(
                        "the disc in "
                                + info.address()
                                + " has sectors of "
                                + capacity.sectorBytes()
                                + " bytes, which Spindle can't read");
            }
            return capacity.sectors() * SECTOR_BYTES;
        } catch (BadReplyException nonsense) {
            throw new IOException(nonsense.getMessage(), nonsense);
        } catch (CommandFailedException failed) {
            if (medium.state().filter(s -> s.statusBits() == 0).isPresent()) {
                return 0;
            }
            throw failed;
        }
    }

    /** By the capabilities page; it is old, so an answer that can't be is taken for none. */
    private OptionalLong topSpeed() {
        try {
            var page =
                    ModePages.capabilities(
                            commander.ask(
                                    Queries.modePage(ModePages.CAPABILITIES),
                                    Queries.MODE_PAGE_BYTES));
            hasC2 = page.hasC2();
            return page.topBytesPerSecond() > 0
                    ? OptionalLong.of(page.topBytesPerSecond())
                    : OptionalLong.empty();
        } catch (CommandFailedException | BadReplyException unknown) {
            return OptionalLong.empty();
        }
    }

    /** The kernel unlocks the door itself when the last one closes the device, even by a crash. */
    private void lock() {
        if (isExclusive && device.isWritable() && !isLocked) {
            isLocked = succeeds(() -> commander.send(Controls.lock(true)));
        }
    }

    private void unlock() {
        if (isLocked) {
            isLocked = !succeeds(() -> commander.send(Controls.lock(false)));
        }
    }

    @Override
    public void setSpeed(OptionalLong bytesPerSecond) {
        speed = bytesPerSecond;
        isSpeedSet = true;
        if (!closed) {
            applySpeed();
        }
    }

    private void applySpeed() {
        new Speeds(device, commander, medium).apply(speed, sectorCount());
    }

    @Override
    public void eject() throws IOException {
        unlock();
        try {
            commander.send(Controls.eject());
        } catch (CommandFailedException failed) {
            boolean isHeld =
                    failed.sense().filter(s -> s.key() == 5 && s.asc() == 0x53).isPresent();
            throw new IOException(
                    "the disc stays in "
                            + info.address()
                            + ": "
                            + (isHeld
                                    ? "another program has locked its door"
                                    : failed.getMessage()),
                    failed);
        }
    }

    @Override
    public void load() throws IOException {
        try {
            commander.send(Controls.load());
        } catch (CommandFailedException failed) {
            throw new IOException(
                    "the tray of " + info.address() + " stays open: " + failed.getMessage(),
                    failed);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            if (isSpeedSet && speed.isPresent()) {
                speed = OptionalLong.empty();
                applySpeed();
            }
            unlock();
            blockReads.close();
            device.close();
        }
    }

    /** A command that may fail. */
    @FunctionalInterface
    private interface Attempt {
        void make() throws CommandFailedException;
    }

    private static boolean succeeds(Attempt attempt) {
        try {
            attempt.make();
            return true;
        } catch (CommandFailedException refused) {
            return false;
        }
    }
}
