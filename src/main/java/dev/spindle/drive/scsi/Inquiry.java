package dev.spindle.drive.scsi;

/**
 * Who a device is (SPC-4, 6.4.2).
 *
 * @param deviceType {@link #OPTICAL} for ours
 */
public record Inquiry(
        int deviceType, boolean isRemovable, String vendor, String product, String revision) {
    /** CD, DVD and Blu-ray (MMC-6). */
    public static final int OPTICAL = 5;

    public static Inquiry parse(byte[] bytes) throws BadReplyException {
        var reply = new Reply(bytes, "INQUIRY");
        return new Inquiry(
                reply.u8(0) & 0x1F,
                reply.bit(1, 7),
                reply.text(8, 8),
                reply.text(16, 16),
                reply.text(32, 4));
    }

    /** The serial number of vital product data page 80h; may be empty. */
    public static String serial(byte[] bytes) throws BadReplyException {
        var reply = new Reply(bytes, "INQUIRY page 80h");
        if (reply.u8(1) != 0x80) {
            throw reply.bad("is page " + reply.u8(1));
        }
        return reply.text(4, Math.min(reply.u16(2), reply.length() - 4));
    }
}
