package dev.spindle.drive.scsi;

/**
 * An entry of the TOC, format 0.
 *
 * @param track 1 to 99, or {@link #LEAD_OUT}
 * @param control CTRL nibble
 * @param lba where it begins
 */
public record TocEntry(int track, int control, long lba) {
    public static final int LEAD_OUT = 0xAA;

    /** The most tracks that a disc has (ECMA-130, 22.3.3). */
    public static final int LAST_TRACK = 99;
}
