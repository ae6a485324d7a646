package dev.spindle.writeback;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Write calls until all of a buffer is taken: each may take less than it is given. */
public final class WholeWrite {
    private WholeWrite() {}

    /** One write call; returns how many bytes were taken, and does not move the buffer. */
    @FunctionalInterface
    public interface Call {
        int write(ByteBuffer rest, long offsetBytes) throws IOException;
    }

    /**
     * Writes what remains in the buffer, which is not moved.
     *
     * @param path for the error where a call takes nothing, which would go on for ever
     */
    public static void run(ByteBuffer from, long startBytes, String path, Call call)
            throws IOException {
        var rest = from.slice();
        long offsetBytes = startBytes;
        while (rest.hasRemaining()) {
            int taken = call.write(rest, offsetBytes);
            if (taken <= 0) {
                throw new OsException(Errno.EIO, "pwrite took nothing", path);
            }
            rest.position(rest.position() + taken);
            offsetBytes += taken;
        }
    }
}
