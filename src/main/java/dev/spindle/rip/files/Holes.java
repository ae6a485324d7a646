package dev.spindle.rip.files;

import dev.spindle.os.OsException;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Makes zeros of what was not read: an earlier run may have put a pattern there. For the syncer.
 */
public final class Holes {
    private static final int BUFFER_BYTES = 1 << 20;

    private Holes() {}

    /**
     * Frees these parts of the file, or writes zeros where the file system can't do that.
     *
     * @param lengthBytes how far the file reached before it got its size: behind that are zeros
     * @return false where a stop ended it
     */
    public static boolean make(
            StorageFile file,
            RangeSet missing,
            long lengthBytes,
            RoleWorker.Lease syncer,
            StopToken stop)
            throws IOException {
        var there = new ByteRange(0, lengthBytes);
        for (ByteRange range : missing.intersection(there).ranges()) {
            syncer.check();
            try {
                file.discard(range);
            } catch (OsException refused) {
                if (!write(file, range, syncer, stop)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean write(
            StorageFile file, ByteRange range, RoleWorker.Lease syncer, StopToken stop)
            throws IOException {
        var zeros = ByteBuffer.allocateDirect(BUFFER_BYTES);
        long at = range.startBytes();
        while (at < range.endBytes()) {
            syncer.check();
            if (stop.isStopped()) {
                return false;
            }
            zeros.clear().limit((int) Math.min(BUFFER_BYTES, range.endBytes() - at));
            at += file.write(zeros, at);
        }
        return true;
    }
}
