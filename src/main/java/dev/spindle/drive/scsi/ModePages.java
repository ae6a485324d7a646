package dev.spindle.drive.scsi;

/** Reads replies of MODE SENSE(10) (SPC-4, 7.5; MMC-6, 7). */
public final class ModePages {
    /** Capabilities and mechanical status. */
    public static final int CAPABILITIES = 0x2A;

    /** Read and write error recovery. */
    public static final int ERROR_RECOVERY = 0x01;

    private static final int HEAD_BYTES = 8;
    private static final int UNIT_BYTES = 1000;

    private ModePages() {}

    /**
     * What the drive can do, by its old page.
     *
     * @param topBytesPerSecond 0 where it does not tell
     * @param isTray whether discs lie on a tray that can be closed by a command
     */
    public record Capabilities(
            boolean readsDvd,
            boolean hasC2,
            boolean isAudioAccurate,
            boolean canLock,
            boolean canEject,
            boolean isTray,
            long topBytesPerSecond,
            int bufferKib) {}

    public static Capabilities capabilities(byte[] bytes) throws BadReplyException {
        var reply = new Reply(bytes, "MODE SENSE 2Ah");
        int page = page(reply, CAPABILITIES);
        return new Capabilities(
                reply.bit(page + 2, 3),
                reply.bit(page + 5, 4),
                reply.bit(page + 5, 1),
                reply.bit(page + 6, 0),
                reply.bit(page + 6, 3),
                reply.u8(page + 6) >> 5 == 1,
                (long) reply.u16(page + 8) * UNIT_BYTES,
                reply.u16(page + 12));
    }

    /**
     * How hard the drive tries.
     *
     * @param retries how often it reads a bad sector again
     */
    public record ErrorRecovery(int flags, int retries) {}

    public static ErrorRecovery errorRecovery(byte[] bytes) throws BadReplyException {
        var reply = new Reply(bytes, "MODE SENSE 01h");
        int page = page(reply, ERROR_RECOVERY);
        return new ErrorRecovery(reply.u8(page + 2), reply.u8(page + 3));
    }

    /**
     * The parameters of a MODE SELECT that changes only how often the drive tries: all else is as
     * the drive told it.
     *
     * @param sensed the whole reply of MODE SENSE
     */
    public static byte[] withRetries(byte[] sensed, int retries) throws BadReplyException {
        var reply = new Reply(sensed, "MODE SENSE 01h");
        int page = page(reply, ERROR_RECOVERY);
        int pageBytes = 2 + reply.u8(page + 1);
        var _ = reply.u8(page + pageBytes - 1);
        var parameters = new byte[HEAD_BYTES + pageBytes];
        System.arraycopy(sensed, page, parameters, HEAD_BYTES, pageBytes);
        // Bit 7 (PS) is reserved in MODE SELECT.
        parameters[HEAD_BYTES] = ERROR_RECOVERY;
        parameters[HEAD_BYTES + 3] = (byte) Math.clamp(retries, 0, 255);
        return parameters;
    }

    /** Where the page begins: behind the head and whatever block descriptors there are. */
    private static int page(Reply reply, int code) throws BadReplyException {
        int page = HEAD_BYTES + reply.u16(6);
        if ((reply.u8(page) & 0x3F) != code) {
            throw reply.bad("brought another page");
        }
        return page;
    }
}
