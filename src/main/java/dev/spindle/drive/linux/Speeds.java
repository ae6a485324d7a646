package dev.spindle.drive.linux;

import dev.spindle.drive.medium.Medium;
import dev.spindle.drive.scsi.Controls;
import dev.spindle.os.OsException;
import dev.spindle.os.scsi.ScsiDevice;

import java.util.OptionalLong;

/**
 * Sets the speed of reading by whichever way drive and kernel let us: SET STREAMING for DVD and
 * Blu-ray, SET CD SPEED for all, the kernel's ioctl where both are withheld. A drive that takes
 * none of them keeps its own speed.
 */
final class Speeds {
    /** Thousand bytes a second that the kernel takes for 1× (drivers/scsi/sr_ioctl.c). */
    private static final int KERNEL_UNIT_BYTES = 177_000;

    private static final int LAST_CD_PROFILE = 0x0A;

    /** A raw CD sector for each one of user data: CD speeds are told of the former (MMC-6). */
    private static final double RAW_TO_USER = 2352.0 / 2048;

    private final ScsiDevice device;
    private final Commander commander;
    private final boolean isCd;

    Speeds(ScsiDevice device, Commander commander, Medium medium) {
        this.device = device;
        this.commander = commander;
        this.isCd = medium.profile().orElse(0) <= LAST_CD_PROFILE;
    }

    /** Returns whether one of the ways was taken. */
    boolean apply(OptionalLong bytesPerSecond, long sectors) {
        OptionalLong told =
                isCd && bytesPerSecond.isPresent()
                        ? OptionalLong.of(Math.round(bytesPerSecond.getAsLong() * RAW_TO_USER))
                        : bytesPerSecond;
        boolean streams = !isCd && stream(told, sectors);
        return streams || cdSpeed(told) || kernelSpeed(told);
    }

    private boolean stream(OptionalLong bytesPerSecond, long sectors) {
        try {
            commander.send(
                    Controls.setStreaming(),
                    Controls.streamDescriptor(bytesPerSecond, Math.max(0, sectors - 1)));
            return true;
        } catch (CommandFailedException refused) {
            return false;
        }
    }

    private boolean cdSpeed(OptionalLong bytesPerSecond) {
        try {
            commander.send(Controls.setCdSpeed(bytesPerSecond));
            return true;
        } catch (CommandFailedException refused) {
            return false;
        }
    }

    private boolean kernelSpeed(OptionalLong bytesPerSecond) {
        int units =
                bytesPerSecond.isPresent()
                        ? (int) Math.max(1, bytesPerSecond.getAsLong() / KERNEL_UNIT_BYTES)
                        : 0;
        try {
            device.selectSpeed(units);
            return true;
        } catch (OsException refused) {
            return false;
        }
    }
}
