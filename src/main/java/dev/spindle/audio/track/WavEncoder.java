package dev.spindle.audio.track;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;
import dev.spindle.writeback.WholeWrite;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Samples as they are, behind a header. */
final class WavEncoder implements Encoder {
    /** So much is written before it is waited for: a slow disk never owes more. */
    private static final long WINDOW_BYTES = 8L << 20;

    private static final int BUFFER_BYTES = 1 << 20;

    private final Storage storage;
    private final String path;
    private final StorageFile file;
    private final long totalBytes;
    private long position;
    private long confirmed;

    /**
     * Makes the file.
     *
     * @param path absolute
     */
    WavEncoder(Storage storage, String path, long samples) throws IOException {
        if (samples > WavHeader.MOST_SAMPLES) {
            throw new IOException("a WAV file can't hold so long a track; choose FLAC");
        }
        this.storage = storage;
        this.path = path;
        this.totalBytes = WavHeader.BYTES + samples * Samples.BYTES;
        this.file = storage.open(path, Storage.How.REPLACE);
        write(WavHeader.of(samples));
    }

    @Override
    public void write(ByteBuffer samples) throws IOException {
        WholeWrite.run(samples, position, path, file::write);
        position += samples.remaining();
        if (position - confirmed >= WINDOW_BYTES) {
            file.syncData();
            confirmed = position;
        }
    }

    @Override
    public void finish() throws IOException {
        file.sync();
    }

    @Override
    public void readBack(Sink sink) throws IOException {
        StorageFile back = storage.open(path, Storage.How.READ);
        try {
            back.dropCache(new ByteRange(0, totalBytes));
            var buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
            for (long at = WavHeader.BYTES; at < totalBytes; ) {
                buffer.clear().limit((int) Math.min(BUFFER_BYTES, totalBytes - at));
                int got = back.read(buffer, at);
                if (got <= 0) {
                    throw new OsException(Errno.EIO, "the file ended at byte " + at, path);
                }
                sink.take(buffer.limit(got));
                at += got;
            }
        } finally {
            back.close();
        }
    }

    /** A call in the kernel can't be ended. */
    @Override
    public void abandon() {}

    @Override
    public void close() throws IOException {
        file.close();
    }
}
