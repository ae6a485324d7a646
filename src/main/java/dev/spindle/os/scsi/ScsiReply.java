package dev.spindle.os.scsi;

/**
 * What came back of a command, not yet judged: each of the three statuses may tell of a failure
 * that the others don't know of.
 */
public final class ScsiReply {
    private final int hostStatus;
    private final int driverStatus;
    private final int status;
    private final byte[] sense;
    private final int bytes;
    private final long durationMillis;

    /**
     * @param hostStatus what the way to the device tells, 0 for well (Linux scsi_status.h, DID_*)
     * @param driverStatus what the driver tells; the low four bits count
     * @param status the device's own status (SAM-5, 5.3): 0 good, 2 check condition, 8 busy …
     * @param sense the sense data that came, maybe none
     * @param bytes how many bytes of data came or went: the length asked for, less the residual
     * @param durationMillis how long it took by the kernel's clock
     */
    public ScsiReply(
            int hostStatus,
            int driverStatus,
            int status,
            byte[] sense,
            int bytes,
            long durationMillis) {
        this.hostStatus = hostStatus;
        this.driverStatus = driverStatus;
        this.status = status;
        this.sense = sense.clone();
        this.bytes = bytes;
        this.durationMillis = durationMillis;
    }

    public int hostStatus() {
        return hostStatus;
    }

    public int driverStatus() {
        return driverStatus;
    }

    public int status() {
        return status;
    }

    /** A copy of the sense data. */
    public byte[] sense() {
        return sense.clone();
    }

    public int bytes() {
        return bytes;
    }

    public long durationMillis() {
        return durationMillis;
    }
}
