package dev.spindle.drive.scsi;

import java.util.Optional;

/** What the Q sub-channel tells beside positions (MMC-6, READ SUB-CHANNEL and READ CD). Pure. */
public final class SubChannel {
    /** Room for a reply of READ SUB-CHANNEL. */
    public static final int REPLY_BYTES = 24;

    /** What READ CD brings of Q for each sector, formatted. */
    public static final int Q_BYTES = 16;

    private static final int VALID_AT = 8;
    private static final int VALID_BIT = 7;
    private static final int TEXT_AT = 9;
    private static final int CATALOGUE_DIGITS = 13;
    private static final int ISRC_CHARACTERS = 12;
    private static final int ADR_POSITION = 1;

    private SubChannel() {}

    /** The media catalogue number; empty where the disc has none. */
    public static Optional<String> catalogue(byte[] bytes) throws BadReplyException {
        return text(bytes, "READ SUB-CHANNEL 02h", CATALOGUE_DIGITS)
                .filter(number -> number.matches("\\d{13}") && !number.matches("0+"));
    }

    /** A track's recording code; empty where it has none. */
    public static Optional<String> isrc(byte[] bytes) throws BadReplyException {
        return text(bytes, "READ SUB-CHANNEL 03h", ISRC_CHARACTERS)
                .filter(code -> code.matches("[A-Z]{2}[A-Z0-9]{3}\\d{7}"));
    }

    private static Optional<String> text(byte[] bytes, String what, int length)
            throws BadReplyException {
        var reply = new Reply(bytes, what);
        return reply.bit(VALID_AT, VALID_BIT)
                ? Optional.of(reply.text(TEXT_AT, length))
                : Optional.empty();
    }

    /**
     * The number of the track that a sector's Q calls its own; in a pre-gap that is the next one.
     *
     * @param sector as READ CD brings it, Q behind the main channel
     * @return as the drive writes it, some in BCD and some in binary; empty where this sector's Q
     *     tells something else
     */
    public static Optional<Integer> track(byte[] sector, int mainBytes) throws BadReplyException {
        var reply = new Reply(sector, "READ CD with the Q sub-channel");
        return (reply.u8(mainBytes) & 0x0F) == ADR_POSITION
                ? Optional.of(reply.u8(mainBytes + 1))
                : Optional.empty();
    }

    /** Whether what a drive wrote can mean this track. */
    public static boolean isTrack(int told, int number) {
        return told == number || told == (((number / 10) << 4) | (number % 10));
    }
}
