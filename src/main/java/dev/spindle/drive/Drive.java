package dev.spindle.drive;

import dev.spindle.drive.medium.Medium;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A source of sectors. One thread at a time; every call may block for as long as the device
 * pleases.
 */
public interface Drive extends AutoCloseable {
    /** Size of a user-data sector of CD Mode 1, DVD and Blu-ray (ECMA-130, ECMA-267). */
    int SECTOR_BYTES = 2048;

    /** A sector of a CD with all that is in it: sync, headers, data, EDC and ECC (ECMA-130, 14). */
    int RAW_SECTOR_BYTES = 2352;

    DriveInfo info();

    /** Exact length of the medium or image; an image's last sector may be partial. */
    long lengthBytes();

    /**
     * How many bytes a read brings for each sector of the disc that is in it: {@link
     * #SECTOR_BYTES}, or {@link #RAW_SECTOR_BYTES} for a CD that can't be had in those.
     */
    default int sectorBytes() {
        return SECTOR_BYTES;
    }

    default long sectorCount() {
        return Math.ceilDiv(lengthBytes(), sectorBytes());
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

    /**
     * Makes sure that the drive is there and its disc can be read: waits while the disc spins up,
     * and opens the drive anew where it was plugged in again. What the drive tells of length and
     * medium is from then on about the disc that is in it now. An image is always ready.
     *
     * @param stop ends the waiting; no command is sent after it
     * @throws IOException with one sentence for the user: no drive, no disc, one that can't be read
     */
    default void awaitDisc(StopToken stop) throws IOException {}

    /**
     * The same for a disc that somebody has seen before: what takes minutes to find on it, as the
     * codes and pre-gaps of music, is not looked for. A drive that found it earlier tells it still.
     */
    default void awaitKnownDisc(StopToken stop) throws IOException {
        awaitDisc(stop);
    }

    /**
     * Whether a sector that is read twice is the same for sure, as a file's is. A CD's music has no
     * error correction that its reader sees.
     */
    default boolean isExact() {
        return false;
    }

    /** Whether {@link #readTold} is more than {@link #read}. */
    default boolean tellsErrors() {
        return false;
    }

    /**
     * A read of music like {@link #read}, in which the drive tells what it could not correct
     * (MMC-6, READ CD: C2 error information).
     *
     * @param uncorrected gets the index of each sector that has wrong or guessed bytes
     */
    default ReadOutcome readTold(long lba, int sectors, ByteBuffer into, BitSet uncorrected) {
        return read(lba, sectors, into);
    }

    /**
     * A read of music like {@link #read}, before the disc's first sector or behind its last one.
     * Many drives refuse it.
     *
     * @param lba may be negative
     */
    default ReadOutcome readBeyond(long lba, int sectors, ByteBuffer into) {
        return Sense.OUT_OF_RANGE.asOutcome();
    }

    /** What the drive tells of the medium beside its sectors; an image tells nothing. */
    default Medium medium() {
        return Medium.UNKNOWN;
    }

    /**
     * Asks for a speed of reading; holds until the next call, also for another disc. Does nothing
     * where the drive can't.
     *
     * @param bytesPerSecond user data; empty for the fastest
     */
    default void setSpeed(OptionalLong bytesPerSecond) {}

    /** The ways in which it can be asked for a sector that did not read well. */
    default Set<Approach> approaches() {
        return Set.of(Approach.PLAIN);
    }

    /**
     * {@link Approach#RESTED}: has the disc stand still for a moment and spins it up again.
     *
     * @param stop ends the waiting
     * @throws IOException with one sentence where the drive refuses, or is not ready afterwards
     */
    default void rest(StopToken stop) throws IOException {}

    /** {@link Approach#BLOCK_DEVICE}: a read like {@link #read}, past the drive's own commands. */
    default ReadOutcome readByBlockDevice(long lba, int sectors, ByteBuffer into) {
        return read(lba, sectors, into);
    }

    /**
     * Opens the tray, where there is one.
     *
     * @throws IOException with one sentence for the user where the disc stays in
     */
    default void eject() throws IOException {}

    /**
     * Closes the tray, where there is one that can move by itself.
     *
     * @throws IOException with one sentence for the user where it stays open
     */
    default void load() throws IOException {}

    @Override
    void close();
}
