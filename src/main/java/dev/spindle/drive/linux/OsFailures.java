package dev.spindle.drive.linux;

import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;
import dev.spindle.os.OsException;

/** What it means where the kernel does not send a command (drivers/scsi/scsi_ioctl.c). Pure. */
final class OsFailures {
    private OsFailures() {}

    static ReadOutcome outcome(OsException problem) {
        return switch (problem.errno()) {
            case ENODEV, ENXIO, ENOMEDIUM, EBADF ->
                    new ReadOutcome.Gone("the drive is not connected any more");
            default -> new ReadOutcome.Fault(Sense.NO_ANSWER, String.valueOf(problem.getMessage()));
        };
    }

    /** Whether the device or the kernel takes no commands from us at all. */
    static boolean refusesCommands(OsException problem) {
        return switch (problem.errno()) {
            case ENOTTY, EPERM, EACCES, EINVAL, ENOSYS, EOPNOTSUPP -> true;
            default -> false;
        };
    }
}
