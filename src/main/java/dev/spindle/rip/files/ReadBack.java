package dev.spindle.rip.files;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;
import dev.spindle.rip.stream.StreamHashes;
import dev.spindle.run.Activity;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.LongConsumer;

/** Hashes a durable file by reading it back, past the page cache. For the syncer. */
public final class ReadBack {
    private static final int BUFFER_BYTES = 1 << 20;

    private ReadBack() {}

    /**
     * Reads the whole file into the hashes.
     *
     * @param progress hears how many bytes were read so far
     * @return false where a stop ended it
     */
    public static boolean run(
            StorageFile file,
            long bytes,
            StreamHashes hashes,
            RoleWorker.Lease syncer,
            StopToken stop,
            LongConsumer progress)
            throws IOException {
        syncer.enter(Activity.READING_BACK);
        dropCache(file, bytes);
        var buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        long at = 0;
        while (at < bytes) {
            if (stop.isStopped()) {
                return false;
            }
            syncer.check();
            buffer.clear().limit((int) Math.min(BUFFER_BYTES, bytes - at));
            int got = file.read(buffer, at);
            if (got <= 0) {
                throw new OsException(Errno.EIO, "the file ended at byte " + at, file.path());
            }
            hashes.take(at, buffer.limit(got));
            at += got;
            progress.accept(at);
        }
        return true;
    }

    private static void dropCache(StorageFile file, long bytes) {
        try {
            file.dropCache(new ByteRange(0, bytes));
        } catch (OsException cached) {
            // Then the bytes come from memory: the hash is as right, the check a little weaker.
        }
    }
}
