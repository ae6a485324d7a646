package dev.spindle.drive.scsi;

import dev.spindle.drive.Drive;
import dev.spindle.os.scsi.ScsiCommand;
import dev.spindle.os.scsi.ScsiCommand.Direction;

import java.time.Duration;

/** Commands that read sectors (MMC-6). */
public final class Reads {
    /** What READ CD brings for each sector. */
    public static final int RAW_SECTOR_BYTES = Drive.RAW_SECTOR_BYTES;

    /**
     * Long enough for a drive that spins up and tries a bad spot again and again; what hits it
     * costs a reset on top.
     */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final long MOST_LBA = 0xFFFF_FFFFL;

    /** READ(10) counts sectors with 16 bits, READ CD with 24. */
    private static final int MOST_SECTORS = 0xFFFF;

    /**
     * READ CD, byte 9: sync, both headers, user data and EDC/ECC, which makes the whole sector of
     * any type; of audio it is the samples.
     */
    private static final int WHOLE_SECTOR = 0xF8;

    /** READ CD, byte 1: any type of sector, or audio alone. */
    private static final int ANY_TYPE = 0;

    private static final int AUDIO = 0x04;

    /** READ CD, byte 9: C2 error pointers, without the block error byte. */
    private static final int C2_POINTERS = 0x02;

    /** What they are for each sector: a bit for each of its bytes. */
    public static final int C2_BYTES = RAW_SECTOR_BYTES / 8;

    /** READ CD, byte 10: Q sub-channel data, 16 bytes. */
    private static final int FORMATTED_Q = 2;

    private Reads() {}

    /** READ(10): sectors of 2048 bytes. */
    public static ScsiCommand read10(long lba, int sectors) {
        check(lba, sectors);
        return new ScsiCommand(
                Direction.FROM_DEVICE,
                TIMEOUT,
                Bytes.of(
                        0x28,
                        0,
                        (int) (lba >> 24),
                        (int) (lba >> 16),
                        (int) (lba >> 8),
                        (int) lba,
                        0,
                        sectors >> 8,
                        sectors,
                        0));
    }

    /** READ(12): the same, for drives that refuse the other. */
    public static ScsiCommand read12(long lba, int sectors) {
        check(lba, sectors);
        return new ScsiCommand(
                Direction.FROM_DEVICE,
                TIMEOUT,
                Bytes.of(
                        0xA8,
                        0,
                        (int) (lba >> 24),
                        (int) (lba >> 16),
                        (int) (lba >> 8),
                        (int) lba,
                        0,
                        0,
                        sectors >> 8,
                        sectors,
                        0,
                        0));
    }

    /** READ CD of any kind of sector, whole: 2352 bytes each, without sub-channel. */
    public static ScsiCommand readCd(long lba, int sectors) {
        check(lba, sectors);
        return readCd(ANY_TYPE, lba, sectors, WHOLE_SECTOR, 0);
    }

    /**
     * The same with {@value #C2_BYTES} bytes behind each sector, a bit for each of its bytes: set
     * where the drive could not correct it.
     */
    public static ScsiCommand readCdWithC2(long lba, int sectors) {
        check(lba, sectors);
        return readCd(ANY_TYPE, lba, sectors, WHOLE_SECTOR | C2_POINTERS, 0);
    }

    /**
     * READ CD of audio outside the disc's tracks: a negative number counts back from the first
     * sector.
     */
    public static ScsiCommand readCdBeyond(long lba, int sectors) {
        check(Math.max(0, lba), sectors);
        return readCd(AUDIO, lba, sectors, WHOLE_SECTOR, 0);
    }

    /** READ CD of one sector, whole, with its Q sub-channel behind it: 16 bytes, formatted. */
    public static ScsiCommand readCdWithQ(long lba) {
        check(lba, 1);
        return readCd(ANY_TYPE, lba, 1, WHOLE_SECTOR, FORMATTED_Q);
    }

    private static ScsiCommand readCd(int type, long lba, int sectors, int main, int subChannel) {
        return new ScsiCommand(
                Direction.FROM_DEVICE,
                TIMEOUT,
                Bytes.of(
                        0xBE,
                        type,
                        (int) (lba >> 24),
                        (int) (lba >> 16),
                        (int) (lba >> 8),
                        (int) lba,
                        0,
                        sectors >> 8,
                        sectors,
                        main,
                        subChannel,
                        0));
    }

    private static void check(long lba, int sectors) {
        if (lba < 0 || lba > MOST_LBA || sectors < 1 || sectors > MOST_SECTORS) {
            throw new IllegalArgumentException("no read: " + sectors + " sectors from " + lba);
        }
    }
}
