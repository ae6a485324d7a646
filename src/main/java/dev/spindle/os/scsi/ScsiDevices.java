package dev.spindle.os.scsi;

import dev.spindle.os.OsException;

/** Opens devices that take SCSI commands. Safe for all threads. */
public interface ScsiDevices {
    /** What is meant to be done with a device. */
    enum Use {
        /**
         * To look at it beside others: nothing is changed, and nobody is kept out. No disc is
         * waited for or read; but the kernel asks whether there is another one, and whoever is in a
         * command is waited for (drivers/scsi/sr.c, sr_block_open).
         */
        LOOK,
        /**
         * Only to find out whether anybody holds it: as {@link #LOOK}, but EBUSY where one does.
         */
        ASK,
        /**
         * To have it for oneself: neither a mount nor another exclusive opener is let in. Without
         * the permission to write it is opened for reading.
         */
        EXCLUSIVE
    }

    /**
     * Opens a device.
     *
     * @throws OsException EBUSY where {@code use} wants it alone and a mount or another opener
     *     holds it; EACCES without the permission
     */
    ScsiDevice open(String path, Use use) throws OsException;
}
