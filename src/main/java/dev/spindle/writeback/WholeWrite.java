package dev.spindle.writeback;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Write calls until all of it is taken: each may take less than it is given. */
public final class WholeWrite {
    private WholeWrite() {}

    /** One write call; returns how many bytes were taken, and does not move the buffer. */
    @FunctionalInterface
    public interface Call {
        int write(ByteBuffer rest, long offsetBytes) throws IOException;
    }

    /** The same of buffers that lie one behind the other in the file. */
    @FunctionalInterface
    interface GatheringCall {
        int write(List<ByteBuffer> rest, long offsetBytes) throws IOException;
    }

    /**
     * Writes what remains in the buffer, which is not moved.
     *
     * @param path for the error where a call takes nothing, which would go on for ever
     */
    public static void run(ByteBuffer from, long startBytes, String path, Call call)
            throws IOException {
        gather(
                List.of(from),
                startBytes,
                path,
                (rest, offsetBytes) -> call.write(rest.getFirst(), offsetBytes));
    }

    /** The same of several, none of which is moved. */
    static void gather(List<ByteBuffer> from, long startBytes, String path, GatheringCall call)
            throws IOException {
        var rest = new ArrayDeque<ByteBuffer>();
        from.forEach(buffer -> rest.add(buffer.slice()));
        dropEmpty(rest);
        long offsetBytes = startBytes;
        while (!rest.isEmpty()) {
            int taken = call.write(List.copyOf(rest), offsetBytes);
            if (taken <= 0) {
                throw new OsException(Errno.EIO, "pwrite took nothing", path);
            }
            offsetBytes += taken;
            drop(rest, taken);
        }
    }

    private static void drop(Deque<ByteBuffer> rest, int takenBytes) {
        int left = takenBytes;
        while (left > 0) {
            var first = rest.getFirst();
            int part = Math.min(left, first.remaining());
            first.position(first.position() + part);
            left -= part;
            dropEmpty(rest);
        }
    }

    private static void dropEmpty(Deque<ByteBuffer> rest) {
        while (!rest.isEmpty() && !rest.getFirst().hasRemaining()) {
            rest.removeFirst();
        }
    }
}
