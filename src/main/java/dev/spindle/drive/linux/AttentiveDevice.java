package dev.spindle.drive.linux;

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
 * where that sets a speed or the lock, whose failures matter to nobody, the news would be lost, and
 * the next read would bring another disc's sectors. One thread at a time.
 */
final class AttentiveDevice implements ScsiDevice {
    private static final int UNIT_ATTENTION = 6;

    /** NOT READY TO READY CHANGE, MEDIUM MAY HAVE CHANGED (MMC-6, annex F). */
    private static final int MAY_HAVE_CHANGED = 0x28;

    private final ScsiDevice device;
    private Optional<Sense> change = Optional.empty();

    AttentiveDevice(ScsiDevice device) {
        this.device = device;
    }

    /** What the drive said, since it was last forgotten. */
    Optional<Sense> change() {
        return change;
    }

    /** From now on the disc that is in is the one that is meant. */
    void forgetChange() {
        change = Optional.empty();
    }

    @Override
    public ScsiReply execute(ScsiCommand command, ByteBuffer data) throws OsException {
        ScsiReply reply = device.execute(command, data);
        Verdict.sense(reply)
                .filter(s -> s.key() == UNIT_ATTENTION && s.asc() == MAY_HAVE_CHANGED)
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
        device.close();
    }
}
