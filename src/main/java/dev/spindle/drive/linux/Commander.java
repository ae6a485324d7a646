package dev.spindle.drive.linux;

import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.scsi.BadReplyException;
import dev.spindle.drive.scsi.Verdict;
import dev.spindle.os.OsException;
import dev.spindle.os.scsi.ScsiCommand;
import dev.spindle.os.scsi.ScsiDevice;
import dev.spindle.os.scsi.ScsiReply;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Sends commands that are no reads, and tells failures by exceptions. One thread at a time. */
final class Commander {
    private static final ByteBuffer NO_DATA = ByteBuffer.allocateDirect(0);

    private final ScsiDevice device;

    Commander(ScsiDevice device) {
        this.device = device;
    }

    /** Sends a command without data. */
    void send(ScsiCommand command) throws CommandFailedException {
        var _ = checked(execute(command, NO_DATA));
    }

    /** Sends a command with data. */
    void send(ScsiCommand command, byte[] data) throws CommandFailedException {
        var buffer = ByteBuffer.allocateDirect(data.length).put(data).flip();
        var _ = checked(execute(command, buffer));
    }

    /**
     * Sends a command that brings data.
     *
     * @param mostBytes what the command says it has room for
     * @return what came, maybe less
     */
    byte[] ask(ScsiCommand command, int mostBytes) throws CommandFailedException {
        var buffer = ByteBuffer.allocateDirect(mostBytes);
        ScsiReply reply = checked(execute(command, buffer));
        var bytes = new byte[mostBytes];
        buffer.get(0, bytes);
        return Arrays.copyOf(bytes, reply.bytes());
    }

    /** Makes a record of a reply. */
    @FunctionalInterface
    interface Parser<T> {
        T parse(byte[] bytes) throws BadReplyException;
    }

    /**
     * Asks for what a drive need not know: empty where it refuses, or answers nonsense.
     *
     * @throws CommandFailedException only where the drive has left
     */
    <T> Optional<T> askIfKnown(ScsiCommand command, int bytes, Parser<T> parser)
            throws CommandFailedException {
        try {
            return Optional.of(parser.parse(ask(command, bytes)));
        } catch (BadReplyException nonsense) {
            return Optional.empty();
        } catch (CommandFailedException refused) {
            if (refused.outcome() instanceof ReadOutcome.Gone) {
                throw refused;
            }
            return Optional.empty();
        }
    }

    private ScsiReply execute(ScsiCommand command, ByteBuffer data) throws CommandFailedException {
        try {
            return device.execute(command, data);
        } catch (OsException problem) {
            throw new CommandFailedException(OsFailures.outcome(problem));
        }
    }

    private static ScsiReply checked(ScsiReply reply) throws CommandFailedException {
        if (!Verdict.isGood(reply)) {
            throw new CommandFailedException(Verdict.failure(reply));
        }
        return reply;
    }
}
