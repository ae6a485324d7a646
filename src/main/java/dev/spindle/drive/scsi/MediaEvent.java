package dev.spindle.drive.scsi;

/**
 * What happened to the disc (MMC-6, GET EVENT STATUS NOTIFICATION, media class).
 *
 * @param event 0 nothing, 1 the button was pressed, 2 a new disc, 3 the disc was taken out
 */
public record MediaEvent(int event, boolean isTrayOpen, boolean isDiscThere) {
    /** Another disc can be read. */
    public static final int NEW_DISC = 2;

    /** The disc was taken out. */
    public static final int REMOVED = 3;

    private static final int MEDIA_CLASS = 4;

    public static MediaEvent parse(byte[] bytes) throws BadReplyException {
        var reply = new Reply(bytes, "GET EVENT STATUS NOTIFICATION");
        if (reply.bit(2, 7) || (reply.u8(2) & 7) != MEDIA_CLASS) {
            throw reply.bad("tells of no disc");
        }
        return new MediaEvent(reply.u8(4) & 0x0F, reply.bit(5, 0), reply.bit(5, 1));
    }
}
