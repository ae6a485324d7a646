package dev.spindle.drive;

import dev.spindle.drive.medium.Medium;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Bytes that can play a disc: an image file, a block device, or computed ones. */
public interface SectorSource extends AutoCloseable {
    /** How many bytes it had when it was opened. */
    long lengthBytes();

    /** See {@link Drive#sectorBytes}. */
    default int sectorBytes() {
        return Drive.SECTOR_BYTES;
    }

    /** What is known of the medium beside its sectors. */
    default Medium medium() {
        return Medium.UNKNOWN;
    }

    /**
     * Reads into what lies between position and limit of a direct buffer, which is not moved.
     *
     * @return how many bytes came; fewer than asked for only at the end, or where the source fails
     */
    int read(long offsetBytes, ByteBuffer into) throws IOException;

    @Override
    void close();
}
