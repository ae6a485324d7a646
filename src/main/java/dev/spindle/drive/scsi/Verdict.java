package dev.spindle.drive.scsi;

import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;
import dev.spindle.os.scsi.ScsiReply;

import java.util.Optional;

/** Judges a reply by all of its statuses: what came of a command. Pure. */
public final class Verdict {
    /** SAM-5, table 42. */
    private static final int GOOD = 0x00;

    private static final int CHECK_CONDITION = 0x02;
    private static final int BUSY = 0x08;
    private static final int RESERVATION_CONFLICT = 0x18;
    private static final int TASK_SET_FULL = 0x28;

    /** Linux include/scsi/scsi_status.h, enum scsi_host_status. */
    private static final int DID_NO_CONNECT = 0x01;

    private static final int DID_TIME_OUT = 0x03;
    private static final int DID_BAD_TARGET = 0x04;
    private static final int DID_ABORT = 0x05;
    private static final int DID_RESET = 0x08;

    /** The driver has put sense data beside the status; no failure of its own. */
    private static final int DRIVER_SENSE = 0x08;

    private static final int RECOVERED_ERROR = 1;

    private static final Sense NONE = new Sense(0, 0, 0);

    private Verdict() {}

    /** Whether the command did what it should; its data are good as far as they came. */
    public static boolean isGood(ScsiReply reply) {
        if (reply.hostStatus() != 0 || hasDriverFailed(reply)) {
            return false;
        }
        return reply.status() == GOOD
                || (reply.status() == CHECK_CONDITION
                        && sense(reply).filter(Verdict::isRecovered).isPresent());
    }

    /** Whether the drive had trouble with what it brought all the same: a weak spot. */
    public static boolean isRecovered(ScsiReply reply) {
        return isGood(reply) && reply.status() == CHECK_CONDITION;
    }

    /** Whether no answer came in time, or the way to the drive was reset meanwhile. */
    public static boolean hasTimedOut(ScsiReply reply) {
        return reply.hostStatus() == DID_TIME_OUT
                || reply.hostStatus() == DID_RESET
                || reply.hostStatus() == DID_ABORT;
    }

    /** The sense of the reply, if it has one that tells of this very command. */
    public static Optional<Sense> sense(ScsiReply reply) {
        return SenseData.parse(reply.sense()).filter(s -> !s.isDeferred()).map(SenseData::sense);
    }

    /**
     * What came of a read.
     *
     * @param wantedBytes how many bytes it should have brought; fewer with good status are a failed
     *     read
     */
    public static ReadOutcome ofRead(ScsiReply reply, int wantedBytes) {
        if (isGood(reply)) {
            return reply.bytes() == wantedBytes
                    ? new ReadOutcome.Good(wantedBytes)
                    : new ReadOutcome.ShortTransfer(reply.bytes());
        }
        return failure(reply);
    }

    /** What a reply that is not good means. */
    public static ReadOutcome failure(ScsiReply reply) {
        if (reply.hostStatus() != 0) {
            return host(reply.hostStatus());
        }
        return switch (reply.status()) {
            case BUSY, TASK_SET_FULL ->
                    // 02/04/07: not ready, operation in progress.
                    new ReadOutcome.NotReady(new Sense(2, 0x04, 0x07));
            case RESERVATION_CONFLICT ->
                    new ReadOutcome.Fault(NONE, "another computer has reserved the drive");
            case CHECK_CONDITION -> checkCondition(reply);
            default ->
                    new ReadOutcome.Fault(
                            NONE,
                            "the drive answered status "
                                    + reply.status()
                                    + ", driver status "
                                    + reply.driverStatus());
        };
    }

    private static ReadOutcome checkCondition(ScsiReply reply) {
        var data = SenseData.parse(reply.sense());
        if (data.isEmpty()) {
            return new ReadOutcome.Fault(NONE, "the drive failed and did not say why");
        }
        return data.get().isDeferred()
                ? new ReadOutcome.Fault(
                        data.get().sense(), "the drive told late of an earlier command")
                : data.get().sense().asOutcome();
    }

    private static ReadOutcome host(int status) {
        return switch (status) {
            case DID_NO_CONNECT, DID_BAD_TARGET ->
                    new ReadOutcome.Gone("the drive is not connected any more");
            case DID_TIME_OUT, DID_ABORT ->
                    new ReadOutcome.Fault(Sense.NO_ANSWER, "the drive gave no answer in time");
            case DID_RESET ->
                    new ReadOutcome.Fault(
                            Sense.NO_ANSWER, "the way to the drive was reset meanwhile");
            default ->
                    new ReadOutcome.Fault(
                            // 04/08/00: logical unit communication failure.
                            new Sense(4, 0x08, 0x00),
                            "the way to the drive failed (host status " + status + ")");
        };
    }

    private static boolean isRecovered(Sense sense) {
        return sense.key() == RECOVERED_ERROR || sense.key() == 0;
    }

    private static boolean hasDriverFailed(ScsiReply reply) {
        int low = reply.driverStatus() & 0x0F;
        return low != 0 && low != DRIVER_SENSE;
    }
}
