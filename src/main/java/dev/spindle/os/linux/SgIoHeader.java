package dev.spindle.os.linux;

import dev.spindle.os.scsi.ScsiCommand;
import dev.spindle.os.scsi.ScsiReply;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * {@code struct sg_io_hdr} of scsi/sg.h where longs and pointers have 64 bits: 88 bytes, the same
 * on x86-64 and aarch64. Pure but for the buffer.
 */
final class SgIoHeader {
    static final int SIZE_BYTES = 88;

    /** The most sense data that a drive may send (SPC-4, 4.5.1); sb_len_wr is one byte. */
    static final int SENSE_BYTES = 252;

    private static final int INTERFACE_ID = 'S';
    private static final int SG_DXFER_NONE = -1;
    private static final int SG_DXFER_TO_DEV = -2;
    private static final int SG_DXFER_FROM_DEV = -3;

    private static final int DXFER_LEN = 12;
    private static final int STATUS = 64;
    private static final int SB_LEN_WR = 67;
    private static final int HOST_STATUS = 68;
    private static final int DRIVER_STATUS = 70;
    private static final int RESID = 72;
    private static final int DURATION = 76;

    private SgIoHeader() {}

    /** An empty one, for {@link #fill}. */
    static ByteBuffer allocate() {
        return ByteBuffer.allocateDirect(SIZE_BYTES).order(ByteOrder.nativeOrder());
    }

    /** The three addresses that go into it. */
    record Addresses(long cdb, long data, long sense) {}

    static void fill(ByteBuffer header, ScsiCommand command, int dataBytes, Addresses addresses) {
        header.put(0, new byte[SIZE_BYTES]);
        header.putInt(0, INTERFACE_ID);
        header.putInt(4, dataBytes == 0 ? SG_DXFER_NONE : direction(command.direction()));
        header.put(8, (byte) command.cdb().length);
        header.put(9, (byte) SENSE_BYTES);
        header.putInt(DXFER_LEN, dataBytes);
        header.putLong(16, dataBytes == 0 ? 0 : addresses.data());
        header.putLong(24, addresses.cdb());
        header.putLong(32, addresses.sense());
        header.putInt(40, Math.toIntExact(command.timeout().toMillis()));
    }

    private static int direction(ScsiCommand.Direction direction) {
        return switch (direction) {
            case NONE -> SG_DXFER_NONE;
            case FROM_DEVICE -> SG_DXFER_FROM_DEV;
            case TO_DEVICE -> SG_DXFER_TO_DEV;
        };
    }

    /** The reply in a header that the kernel has filled. A residual beyond reason moves nothing. */
    static ScsiReply reply(ByteBuffer header, ByteBuffer sense) {
        int asked = header.getInt(DXFER_LEN);
        int residual = header.getInt(RESID);
        var senseBytes = new byte[Math.min(header.get(SB_LEN_WR) & 0xFF, SENSE_BYTES)];
        sense.get(0, senseBytes);
        return new ScsiReply(
                Short.toUnsignedInt(header.getShort(HOST_STATUS)),
                Short.toUnsignedInt(header.getShort(DRIVER_STATUS)),
                header.get(STATUS) & 0xFF,
                senseBytes,
                residual < 0 || residual > asked ? 0 : asked - residual,
                Integer.toUnsignedLong(header.getInt(DURATION)));
    }
}
