package dev.spindle.drive.scsi;

import dev.spindle.os.scsi.ScsiCommand;
import dev.spindle.os.scsi.ScsiCommand.Direction;

import java.time.Duration;

/**
 * Commands that ask. Layouts: MMC-6 and SPC-4, by the names; all numbers big-endian, the control
 * byte 0. None of them changes anything, and none is about keys.
 */
public final class Queries {
    /** Nothing of the disc is needed for the answer. */
    private static final Duration QUICK = Duration.ofSeconds(10);

    /** The drive may have to go and look. */
    private static final Duration LOOKING = Duration.ofSeconds(30);

    /** Room for a reply of {@link #modePage}. */
    public static final int MODE_PAGE_BYTES = 256;

    /** READ SUB-CHANNEL, byte 2: data of Q are wanted. */
    private static final int SUB_Q = 0x40;

    private Queries() {}

    public static ScsiCommand testUnitReady() {
        return new ScsiCommand(Direction.NONE, QUICK, new byte[6]);
    }

    /** INQUIRY of the standard data: 96 bytes at most. */
    public static ScsiCommand inquiry() {
        return query(QUICK, 0x12, 0, 0, 0, 96, 0);
    }

    /** INQUIRY of vital product data page 80h, the unit's serial number. */
    public static ScsiCommand unitSerial() {
        return query(QUICK, 0x12, 1, 0x80, 0, 252, 0);
    }

    /** READ CAPACITY(10): 8 bytes. */
    public static ScsiCommand capacity() {
        return query(LOOKING, 0x25, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** GET CONFIGURATION of the features that are current now. */
    public static ScsiCommand configuration(int bytes) {
        return query(QUICK, 0x46, 1, 0, 0, 0, 0, 0, bytes >> 8, bytes, 0);
    }

    /** READ DISC INFORMATION, standard. */
    public static ScsiCommand discInformation(int bytes) {
        return query(LOOKING, 0x51, 0, 0, 0, 0, 0, 0, bytes >> 8, bytes, 0);
    }

    /** READ TRACK INFORMATION by the track's number. */
    public static ScsiCommand trackInformation(int track, int bytes) {
        return query(
                LOOKING,
                0x52,
                1,
                track >> 24,
                track >> 16,
                track >> 8,
                track,
                0,
                bytes >> 8,
                bytes,
                0);
    }

    /** READ TOC/PMA/ATIP format 0, addresses as LBA, from a track on. */
    public static ScsiCommand toc(int firstTrack, int bytes) {
        return query(LOOKING, 0x43, 0, 0, 0, 0, 0, firstTrack, bytes >> 8, bytes, 0);
    }

    /** READ TOC/PMA/ATIP format 1: where the last session begins. */
    public static ScsiCommand sessions(int bytes) {
        return query(LOOKING, 0x43, 0, 1, 0, 0, 0, 0, bytes >> 8, bytes, 0);
    }

    /** READ TOC/PMA/ATIP format 2, the raw entries of all sessions; addresses are MSF always. */
    public static ScsiCommand fullToc(int bytes) {
        return query(LOOKING, 0x43, 2, 2, 0, 0, 0, 1, bytes >> 8, bytes, 0);
    }

    /** READ TOC/PMA/ATIP format 5: CD-Text. */
    public static ScsiCommand cdText(int bytes) {
        return query(LOOKING, 0x43, 0, 5, 0, 0, 0, 0, bytes >> 8, bytes, 0);
    }

    /** READ SUB-CHANNEL of the media catalogue number: Q, parameter list 02h. */
    public static ScsiCommand catalogueNumber(int bytes) {
        return query(LOOKING, 0x42, 0, SUB_Q, 2, 0, 0, 0, bytes >> 8, bytes, 0);
    }

    /** READ SUB-CHANNEL of a track's recording code (ISRC): Q, parameter list 03h. */
    public static ScsiCommand recordingCode(int track, int bytes) {
        return query(LOOKING, 0x42, 0, SUB_Q, 3, 0, 0, track, bytes >> 8, bytes, 0);
    }

    /** READ DISC STRUCTURE of a DVD, format 00h: how it is built. */
    public static ScsiCommand dvdPhysicalFormat(int bytes) {
        return structure(0, 0x00, bytes);
    }

    /** READ DISC STRUCTURE of a DVD, format 01h: which protection it has. No key is asked for. */
    public static ScsiCommand dvdCopyright(int bytes) {
        return structure(0, 0x01, bytes);
    }

    /** READ DISC STRUCTURE of a Blu-ray disc, format 00h: its disc information. */
    public static ScsiCommand bluRayInformation(int bytes) {
        return structure(1, 0x00, bytes);
    }

    private static ScsiCommand structure(int media, int format, int bytes) {
        return query(LOOKING, 0xAD, media, 0, 0, 0, 0, 0, format, bytes >> 8, bytes, 0, 0);
    }

    /** MODE SENSE(10) of a page's current values, without block descriptors. */
    public static ScsiCommand modePage(int page) {
        return query(
                QUICK,
                0x5A,
                0x08,
                page & 0x3F,
                0,
                0,
                0,
                0,
                MODE_PAGE_BYTES >> 8,
                MODE_PAGE_BYTES,
                0);
    }

    /** What {@link #mediaEvent} has room for. */
    public static final int MEDIA_EVENT_BYTES = 8;

    /**
     * GET EVENT STATUS NOTIFICATION of the media class, polled: 8 bytes. It takes events that the
     * kernel waits for, so it is no way to watch a drive.
     */
    public static ScsiCommand mediaEvent() {
        return query(QUICK, 0x4A, 1, 0, 0, 0x10, 0, 0, 0, MEDIA_EVENT_BYTES, 0);
    }

    private static ScsiCommand query(Duration timeout, int... bytes) {
        return new ScsiCommand(Direction.FROM_DEVICE, timeout, Bytes.of(bytes));
    }
}
