package dev.spindle.drive.medium;

/**
 * A track as the drive tells of it.
 *
 * @param number 1 to 99
 * @param session 1 and up
 * @param startLba its first sector
 * @param sectors up to the next track's start or the session's lead-out
 * @param control CTRL nibble of its TOC entry: bit 2 says data
 * @param dataMode by READ TRACK INFORMATION, or by the sector's own header: 1, 2, or 0 for unknown
 */
public record MediumTrack(
        int number, int session, long startLba, long sectors, int control, int dataMode) {
    private static final int DATA_BIT = 0x4;

    public boolean isData() {
        return (control & DATA_BIT) != 0;
    }

    public long endLba() {
        return startLba + sectors;
    }

    public MediumTrack withDataMode(int newMode) {
        return new MediumTrack(number, session, startLba, sectors, control, newMode);
    }
}
