package dev.spindle.disc.toc;

/**
 * A track of a CD, or of another medium in sessions.
 *
 * @param number 1 to 99
 * @param session 1 and up
 * @param startLba its first sector
 * @param sectors up to the next track's start or the session's lead-out
 * @param mode what its sectors hold
 */
public record Track(int number, int session, long startLba, long sectors, Mode mode) {
    /** What sectors hold. The TOC itself tells audio from data (MMC, Q sub-channel CONTROL). */
    public enum Mode {
        AUDIO,
        /** Data whose mode nobody told. */
        DATA,
        /** Data mode 1 (READ TRACK INFORMATION): 2048 bytes a sector. */
        MODE_1,
        /** Data mode 2, as CD-ROM XA uses it: form 1 has 2048 bytes a sector, form 2 has 2324. */
        MODE_2
    }

    private static final int DATA_BIT = 0x4;

    public boolean isAudio() {
        return mode == Mode.AUDIO;
    }

    public long endLba() {
        return startLba + sectors;
    }

    /**
     * The mode by what the drive tells.
     *
     * @param control CTRL nibble of the TOC entry: bit 2 says data
     * @param dataMode of READ TRACK INFORMATION, byte 6: 1, 2, or anything for unknown
     */
    public static Mode mode(int control, int dataMode) {
        if ((control & DATA_BIT) == 0) {
            return Mode.AUDIO;
        }
        return switch (dataMode) {
            case 1 -> Mode.MODE_1;
            case 2 -> Mode.MODE_2;
            default -> Mode.DATA;
        };
    }
}
