package dev.spindle.drive.image;

import dev.spindle.drive.Drive;
import dev.spindle.drive.DriveInfo;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;
import dev.spindle.drive.linux.DiskSequence;
import dev.spindle.os.OsException;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/**
 * A block device that is read as such, among them optical drives that take no commands from us. No
 * sense data comes this way: whether a read failed by the disc, or since the disc is another one or
 * out, the kernel tells by its number of the disc, and at an opening. One thread at a time.
 */
final class BlockDrive implements Drive {
    private final DriveInfo info;
    private final FileSource source;
    private final DiskSequence sequence;
    private final Reopening reopening;

    /** Opens the device once more, which has the kernel look at its disc, and closes it. */
    @FunctionalInterface
    interface Reopening {
        /** The size that it has now. */
        long sizeBytes() throws OsException;
    }

    BlockDrive(DriveInfo info, FileSource source, DiskSequence sequence, Reopening reopening) {
        this.info = info;
        this.source = source;
        this.sequence = sequence;
        this.reopening = reopening;
    }

    @Override
    public DriveInfo info() {
        return info;
    }

    @Override
    public long lengthBytes() {
        return source.lengthBytes();
    }

    @Override
    public OptionalLong topBytesPerSecond() {
        return OptionalLong.empty();
    }

    @Override
    public int sectorsPerRead() {
        return ImageDrive.sectorsPerRead(source);
    }

    @Override
    public ReadOutcome read(long lba, int sectors, ByteBuffer into) {
        if (!SourceReads.isInside(source, lba, sectors)) {
            return SourceReads.outOfRange();
        }
        if (sequence.differs()) {
            return new ReadOutcome.Changed(Sense.MEDIUM_MAY_HAVE_CHANGED);
        }
        ReadOutcome outcome = SourceReads.read(source, lba, sectors, into);
        return sequence.judged(
                outcome instanceof ReadOutcome.MediumError ? lookedAt(outcome) : outcome);
    }

    /**
     * Until somebody opens it again the kernel fails each read of a changed disc as if the sectors
     * were bad (drivers/scsi/sr.c, sr_init_command).
     */
    private ReadOutcome lookedAt(ReadOutcome failed) {
        try {
            return reopening.sizeBytes() == 0 ? new ReadOutcome.NotReady(Sense.NO_MEDIUM) : failed;
        } catch (OsException problem) {
            return switch (problem.errno()) {
                case ENOMEDIUM -> new ReadOutcome.NotReady(Sense.NO_MEDIUM);
                case ENOENT, ENXIO, ENODEV ->
                        new ReadOutcome.Gone("the drive is not connected any more");
                default -> failed;
            };
        }
    }

    @Override
    public void awaitDisc(StopToken stop) throws IOException {
        if (reopening.sizeBytes() != lengthBytes()) {
            throw new IOException(info.address() + " does not hold the disc that was in it");
        }
        sequence.remember();
    }

    @Override
    public void close() {
        sequence.close();
        source.close();
    }
}
