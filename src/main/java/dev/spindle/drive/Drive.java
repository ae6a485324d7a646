package dev.spindle.drive;

import java.nio.ByteBuffer;
import java.util.OptionalLong;

/**
 * A source of sectors. One thread at a time; every call may block for as long as the device
 * pleases.
 */
public interface Drive extends AutoCloseable {
    /** Size of a user-data sector of CD Mode 1, DVD and Blu-ray (ECMA-130, ECMA-267). */
    int SECTOR_BYTES = 2048;

    DriveInfo info();

    /** Exact length of the medium or image; an image's last sector may be partial. */
    long lengthBytes();

    default long sectorCount() {
        return (lengthBytes() + SECTOR_BYTES - 1) / SECTOR_BYTES;
    }

    /** The fastest it can go, in bytes a second, if known. */
    OptionalLong topBytesPerSecond();

    /** How many sectors one command should ask for. */
    int sectorsPerRead();

    /**
     * Reads whole sectors into a direct buffer from its position on; the position is not moved.
     *
     * @param lba first sector
     * @param sectors how many; fewer bytes come only where the medium ends in a partial sector
     */
    ReadOutcome read(long lba, int sectors, ByteBuffer into);

    @Override
    void close();
}
