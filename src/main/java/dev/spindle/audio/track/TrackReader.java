package dev.spindle.audio.track;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.Programs;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;
import dev.spindle.rip.MusicWishes;
import dev.spindle.run.Activity;
import dev.spindle.run.RoleWorker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;

/** Reads files of tracks back from the device. For one thread, but for {@link #abandon}. */
public final class TrackReader {
    private static final int BUFFER_BYTES = 1 << 20;

    private final Storage storage;
    private final FlacDecoder decoder;
    private final LongConsumer progress;

    /**
     * @param progress hears how many bytes of samples were read, each time more
     */
    public TrackReader(Storage storage, Programs programs, LongConsumer progress) {
        this.storage = storage;
        this.decoder = new FlacDecoder(programs);
        this.progress = progress;
    }

    /**
     * What a file holds.
     *
     * @param fromMemoryBytes of the file that could not be dropped from memory before; empty where
     *     the kernel can't tell
     */
    public record Content(long crc32, long samples, OptionalLong fromMemoryBytes) {}

    /**
     * Reads one.
     *
     * @throws TrackDamagedException where it can't be decoded
     */
    public Content read(String path, MusicWishes.Format format, RoleWorker.Lease lease)
            throws IOException {
        lease.enter(Activity.FILING);
        StorageFile file = storage.open(path, Storage.How.READ);
        try {
            var whole = new ByteRange(0, file.facts().sizeBytes());
            lease.enter(Activity.EVICTING);
            file.dropCache(whole);
            OptionalLong fromMemory = file.cachedBytes(whole);
            lease.enter(Activity.READING_BACK);
            var crc = new CRC32();
            var bytes = new long[1];
            Encoder.Sink sink =
                    content -> {
                        lease.check();
                        bytes[0] += content.remaining();
                        progress.accept(content.remaining());
                        crc.update(content);
                    };
            if (format == MusicWishes.Format.WAV) {
                wav(file, whole.endBytes(), sink);
            } else {
                decoder.read(file.handle(), path, sink);
            }
            return new Content(crc.getValue(), bytes[0] / Samples.BYTES, fromMemory);
        } finally {
            file.close();
        }
    }

    private static void wav(StorageFile file, long endBytes, Encoder.Sink sink) throws IOException {
        if (endBytes < WavHeader.BYTES) {
            throw new TrackDamagedException(file.path() + " has lost its header");
        }
        var buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        var header = WavHeader.of((endBytes - WavHeader.BYTES) / Samples.BYTES);
        int came = file.read(buffer.limit(WavHeader.BYTES), 0);
        if (came != WavHeader.BYTES || !buffer.slice(0, came).equals(header)) {
            throw new TrackDamagedException(file.path() + " has lost its header");
        }
        for (long at = WavHeader.BYTES; at < endBytes; ) {
            buffer.clear().limit((int) Math.min(BUFFER_BYTES, endBytes - at));
            int got = file.read(buffer, at);
            if (got <= 0) {
                throw new OsException(Errno.EIO, "the file ended at byte " + at, file.path());
            }
            sink.take(buffer.limit(got));
            at += got;
        }
    }

    /** Ends programs that were started. Safe for all threads; never blocks. */
    public void abandon() {
        decoder.abandon();
    }
}
