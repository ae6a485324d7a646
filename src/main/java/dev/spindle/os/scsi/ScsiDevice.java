package dev.spindle.os.scsi;

import dev.spindle.os.OsException;

import java.nio.ByteBuffer;

/**
 * An open device that takes commands. One thread at a time: a second one would wait in the kernel,
 * where nothing ends its waiting, until the first one's command has ended.
 */
public interface ScsiDevice extends AutoCloseable {
    String path();

    /** Whether commands that change the drive's settings are let through for us. */
    boolean isWritable();

    /**
     * Sends one command and waits for its end, which may take longer than its timeout.
     *
     * @param data direct; what lies between position and limit is filled or sent, and the position
     *     is not moved; empty for a command without data
     * @throws OsException where the kernel did not send it: EPERM for a command it withholds,
     *     ENOTTY for a device that takes none, ENODEV or ENXIO for one that has left
     */
    ScsiReply execute(ScsiCommand command, ByteBuffer data) throws OsException;

    /**
     * Asks the kernel's driver for a speed, which it may where {@link #isWritable} is false
     * (CDROM_SELECT_SPEED of linux/cdrom.h).
     *
     * @param units of 177 000 bytes a second; 0 for the fastest
     */
    void selectSpeed(int units) throws OsException;

    /** Closes it; the kernel unlocks the door at the last close. */
    @Override
    void close();
}
