package dev.spindle.os.linux;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.scsi.ScsiDevice;
import dev.spindle.os.scsi.ScsiDevices;

/**
 * Opens devices for SG_IO. Always with O_NONBLOCK: without it the kernel closes an open tray, waits
 * for the disc and locks the door (drivers/cdrom/cdrom.c, open_for_data).
 */
public final class LinuxScsiDevices implements ScsiDevices {
    private static final int LOOKING =
            OpenFlags.O_RDONLY | OpenFlags.O_NONBLOCK | OpenFlags.O_CLOEXEC;

    private final LibC libC;

    /** Devices of this machine. */
    public LinuxScsiDevices() {
        this(LibC.load());
    }

    LinuxScsiDevices(LibC libC) {
        this.libC = libC;
    }

    @Override
    public ScsiDevice open(String path, Use use) throws OsException {
        return switch (use) {
            case LOOK -> open(path, LOOKING, false);
            case ASK -> open(path, LOOKING | OpenFlags.O_EXCL, false);
            case EXCLUSIVE -> openExclusive(path);
        };
    }

    /**
     * Open for writing and exclusively, the kernel also stops asking the drive for events (block/
     * bdev.c, DISK_EVENT_FLAG_BLOCK_ON_EXCL_WRITE), which would come between slow reads.
     */
    private ScsiDevice openExclusive(String path) throws OsException {
        try {
            return open(
                    path,
                    OpenFlags.O_RDWR
                            | OpenFlags.O_EXCL
                            | OpenFlags.O_NONBLOCK
                            | OpenFlags.O_CLOEXEC,
                    true);
        } catch (OsException refused) {
            if (refused.errno() == Errno.EACCES
                    || refused.errno() == Errno.EROFS
                    || refused.errno() == Errno.EPERM) {
                return open(path, LOOKING | OpenFlags.O_EXCL, false);
            }
            throw refused;
        }
    }

    private ScsiDevice open(String path, int flags, boolean isWritable) throws OsException {
        return new SgIoDevice(libC, Descriptor.open(libC, path, flags), isWritable);
    }
}
