package dev.spindle.drive.linux;

import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;
import dev.spindle.drive.scsi.Verdict;
import dev.spindle.os.OsException;
import dev.spindle.os.scsi.ScsiCommand;
import dev.spindle.os.scsi.ScsiDevice;
import dev.spindle.os.scsi.ScsiReply;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Remembers that the disc may be another one. A drive says so once, to whatever command comes next:
 * where that sets a speed or the lock, whose failures matter to nobody, or where it is the
 * kernel's, the news would be lost, and the next read would bring another disc's sectors. One
 * thread at a time.
 */
final class AttentiveDevice implements ScsiDevice {
    private final ScsiDevice device;
    private final DiskSequence sequence;
    private final Runnable kernelsLook;
    private Optional<Sense> change = Optional.empty();

    /**
     * @param kernelsLook has the kernel take note of what it heard of the disc so far: of another
     *     change it counts only what comes after
     */
    AttentiveDevice(ScsiDevice device, DiskSequence sequence, Runnable kernelsLook) {
        this.device = device;
        this.sequence = sequence;
        this.kernelsLook = kernelsLook;
    }

    /** What the drive said to us or to the kernel, since it was last forgotten. */
    Optional<Sense> change() {
        return change.or(() ->
                sequence.differs() ? Optional.of(Sense.MEDIUM_MAY_HAVE_CHANGED) : Optional.empty());
    }

    /** What a read came to that ended just now, if nothing was said of another disc meanwhile. */
    ReadOutcome judged(ReadOutcome outcome) {
        return change.isPresent()
                ? new ReadOutcome.Changed(change.get())
                : sequence.judged(outcome);
    }

    /** Notes that the disc may be another one, and says so. */
    ReadOutcome changed() {
        change = Optional.of(Sense.MEDIUM_MAY_HAVE_CHANGED);
        return new ReadOutcome.Changed(Sense.MEDIUM_MAY_HAVE_CHANGED);
    }

    /** From now on the disc that is in is the one that is meant. */
    void forgetChange() {
        change = Optional.empty();
        kernelsLook.run();
        sequence.remember();
    }

    @Override
    public ScsiReply execute(ScsiCommand command, ByteBuffer data) throws OsException {
        ScsiReply reply = device.execute(command, data);
        Verdict.sense(reply)
                .filter(Sense::tellsOfAnotherMedium)
                .ifPresent(sense -> change = Optional.of(sense));
        return reply;
    }

    @Override
    public String path() {
        return device.path();
    }

    @Override
    public boolean isWritable() {
        return device.isWritable();
    }

    @Override
    public void selectSpeed(int units) throws OsException {
        device.selectSpeed(units);
    }

    @Override
    public void close() {
        sequence.close();
        device.close();
    }
}
