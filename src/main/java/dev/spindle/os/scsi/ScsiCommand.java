package dev.spindle.os.scsi;

import java.time.Duration;
import java.util.HexFormat;

/** A command descriptor block, with what the way to the device must know of it. Immutable. */
public final class ScsiCommand {
    /** The group codes of SPC-4, 4.2.5.1, that optical drives know have 6, 10 or 12 bytes. */
    private static final int SHORTEST_BYTES = 6;

    private static final int LONGEST_BYTES = 16;

    /** Which way the data go. */
    public enum Direction {
        NONE,
        FROM_DEVICE,
        TO_DEVICE
    }

    private final byte[] cdb;
    private final Direction direction;
    private final Duration timeout;

    /**
     * @param cdb the bytes of the descriptor block, 6 to 16 of them
     * @param timeout after which the kernel gives up; it takes no less than seven seconds (Linux
     *     blkdev.h, BLK_MIN_SG_TIMEOUT), and its recovery comes on top
     */
    public ScsiCommand(Direction direction, Duration timeout, byte... cdb) {
        if (cdb.length < SHORTEST_BYTES || cdb.length > LONGEST_BYTES) {
            throw new IllegalArgumentException("no command has " + cdb.length + " bytes");
        }
        this.cdb = cdb.clone();
        this.direction = direction;
        this.timeout = timeout;
    }

    /** A copy of the bytes. */
    public byte[] cdb() {
        return cdb.clone();
    }

    /** The operation code, 0 to 255. */
    public int opcode() {
        return cdb[0] & 0xFF;
    }

    public Direction direction() {
        return direction;
    }

    public Duration timeout() {
        return timeout;
    }

    /** The bytes in hexadecimal, as tables of commands show them. */
    @Override
    public String toString() {
        return HexFormat.ofDelimiter(" ").formatHex(cdb);
    }
}
