package dev.spindle.os.linux;

import com.sun.jna.Native;
import com.sun.jna.Pointer;

import dev.spindle.os.OsException;
import dev.spindle.os.scsi.ScsiCommand;
import dev.spindle.os.scsi.ScsiDevice;
import dev.spindle.os.scsi.ScsiReply;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;

/** A device that takes commands by the ioctl SG_IO, /dev/srN or /dev/sgN. One thread at a time. */
final class SgIoDevice implements ScsiDevice {
    private static final int LONGEST_CDB_BYTES = 16;

    private final LibC libC;
    private final Descriptor device;
    private final boolean isWritable;
    private final ByteBuffer header = SgIoHeader.allocate();
    private final ByteBuffer cdb = ByteBuffer.allocateDirect(LONGEST_CDB_BYTES);
    private final ByteBuffer sense = ByteBuffer.allocateDirect(SgIoHeader.SENSE_BYTES);

    SgIoDevice(LibC libC, Descriptor device, boolean isWritable) {
        this.libC = libC;
        this.device = device;
        this.isWritable = isWritable;
    }

    @Override
    public String path() {
        return device.path();
    }

    @Override
    public boolean isWritable() {
        return isWritable;
    }

    @Override
    public ScsiReply execute(ScsiCommand command, ByteBuffer data) throws OsException {
        if (!data.isDirect() || data.isReadOnly()) {
            throw new IllegalArgumentException("needs a direct buffer that can be written");
        }
        ByteBuffer rest = data.slice();
        cdb.clear().put(command.cdb());
        SgIoHeader.fill(
                header,
                command,
                rest.remaining(),
                new SgIoHeader.Addresses(address(cdb.clear()), address(rest), address(sense)));
        try {
            // Never repeated: a command may have had its effect.
            Calls.once(
                    "SG_IO",
                    path(),
                    () -> libC.ioctl(device.number(), Flags.SG_IO, header.clear()));
        } finally {
            // The kernel knows the memory by its address alone.
            Reference.reachabilityFence(data);
        }
        return SgIoHeader.reply(header, sense);
    }

    private static long address(ByteBuffer buffer) {
        return buffer.capacity() == 0
                ? 0
                : Pointer.nativeValue(Native.getDirectBufferPointer(buffer));
    }

    @Override
    public void selectSpeed(int units) throws OsException {
        device.call(
                "CDROM_SELECT_SPEED", fd -> libC.ioctl(fd, Flags.CDROM_SELECT_SPEED, (long) units));
    }

    @Override
    public void close() {
        try {
            device.close();
        } catch (OsException _) {
            // Nothing was written: nothing can be lost.
        }
    }
}
