package dev.spindle.audio.track;

import dev.spindle.os.Programs;
import dev.spindle.os.Storage;
import dev.spindle.range.ByteRange;
import dev.spindle.rip.MusicWishes;
import dev.spindle.run.Activity;
import dev.spindle.run.RoleWorker;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;

/**
 * Makes files of tracks: written, brought to the device, read back from there and compared. For the
 * encoder's thread, but for {@link #abandon}.
 */
public final class TrackFiles {
    /** A whole number of frames, about a second and a half. */
    private static final int BLOCK_BYTES = 112 * PlannedTrack.FRAME_SAMPLES * Samples.BYTES;

    /** Five frames: more than any drive is off by, and what AccurateRip leaves out. */
    private static final long MOST_OFFSET = 5 * PlannedTrack.FRAME_SAMPLES;

    private final Storage storage;
    private final Programs programs;
    private final MusicWishes.Format format;
    private final Samples samples;
    private final Optional<Cover> cover;
    private final LongConsumer progress;
    private final ByteBuffer block = ByteBuffer.allocateDirect(BLOCK_BYTES);
    private final AtomicReference<@Nullable Encoder> current = new AtomicReference<>();
    private volatile boolean isAbandoned;

    /**
     * @param format FLAC or WAV
     * @param cover a picture for files that can have one
     * @param progress hears how many bytes of samples were written or compared, each time more
     */
    public TrackFiles(
            Storage storage,
            Programs programs,
            MusicWishes.Format format,
            Samples samples,
            Optional<Cover> cover,
            LongConsumer progress) {
        this.storage = storage;
        this.programs = programs;
        this.format = format;
        this.samples = samples;
        this.cover = cover;
        this.progress = progress;
    }

    /** Hears the samples of a track as they pass. */
    @FunctionalInterface
    public interface Listener {
        void heard(ByteBuffer samples);
    }

    /**
     * Whether there is what FLAC needs.
     *
     * @throws IOException with one sentence for the user where there is not
     */
    public static void checkPrograms(Programs programs) throws IOException {
        var program = programs.start(List.of(FlacEncoder.PROGRAM, "--version"));
        try {
            program.endInput();
            var _ = program.awaitEnd();
        } finally {
            program.end();
        }
    }

    /** What the files end with. */
    public static String ending(MusicWishes.Format format) {
        return format == MusicWishes.Format.WAV ? ".wav" : ".flac";
    }

    /**
     * Makes one; what has the name already is replaced.
     *
     * @param path absolute
     * @return CRC-32 of its samples
     */
    public long make(
            AlbumPlan album,
            PlannedTrack track,
            String path,
            Listener listener,
            RoleWorker.Lease lease)
            throws IOException {
        try (Encoder encoder = encoder(album, track, path)) {
            current.set(encoder);
            if (isAbandoned) {
                encoder.abandon();
            }
            return make(encoder, track, path, listener, lease);
        } finally {
            current.set(null);
        }
    }

    private long make(
            Encoder encoder,
            PlannedTrack track,
            String path,
            Listener listener,
            RoleWorker.Lease lease)
            throws IOException {
        long written = write(encoder, track, listener, lease);
        lease.enter(Activity.SYNCING);
        encoder.finish();
        lease.enter(Activity.READING_BACK);
        var crc = new CRC32();
        encoder.readBack(content -> {
            lease.enter(Activity.READING_BACK, content.remaining());
            progress.accept(content.remaining());
            crc.update(content);
        });
        if (crc.getValue() != written) {
            throw new IOException(
                    path + " does not hold what was written to it; check that folder's disk");
        }
        return written;
    }

    private long write(
            Encoder encoder, PlannedTrack track, Listener listener, RoleWorker.Lease lease)
            throws IOException {
        var crc = new CRC32();
        for (long at = track.startSample(); at < track.endSample(); ) {
            long count = Math.min(BLOCK_BYTES / Samples.BYTES, track.endSample() - at);
            lease.enter(Activity.READING, count * Samples.BYTES);
            block.clear().limit((int) count * Samples.BYTES);
            samples.read(at, block);
            block.flip();
            crc.update(block.duplicate());
            listener.heard(block.duplicate());
            lease.enter(Activity.WRITING, block.limit());
            encoder.write(block.duplicate());
            progress.accept(block.limit());
            at += count;
        }
        return crc.getValue();
    }

    private Encoder encoder(AlbumPlan album, PlannedTrack track, String path) throws IOException {
        return format == MusicWishes.Format.WAV
                ? new WavEncoder(storage, path, track.samples())
                : new FlacEncoder(
                        programs, storage, path, track.samples(), Tags.of(album, track), cover);
    }

    /**
     * Whether there is nothing in a track but silence. Its last frames don't count: with a read
     * offset that nobody knows they may be the next one's beginning.
     */
    public boolean isSilent(PlannedTrack track, RoleWorker.Lease lease) throws IOException {
        long end = Math.max(track.startSample(), track.endSample() - MOST_OFFSET);
        return isSilent(samples, new ByteRange(track.startSample(), end), lease);
    }

    /** Whether there is nothing but silence at these places, counted in samples. */
    public boolean isSilent(Samples from, ByteRange places, RoleWorker.Lease lease)
            throws IOException {
        for (long at = places.startBytes(); at < places.endBytes(); ) {
            lease.enter(Activity.READING);
            long count = Math.min(BLOCK_BYTES / Samples.BYTES, places.endBytes() - at);
            block.clear().limit((int) count * Samples.BYTES);
            from.read(at, block);
            block.flip();
            while (block.hasRemaining()) {
                if (block.get() != 0) {
                    return false;
                }
            }
            // Nothing is done, but it is a sign of life.
            progress.accept(0);
            at += count;
        }
        return true;
    }

    /** Ends the programs that were started, so that the thread returns. Safe for all threads. */
    public void abandon() {
        isAbandoned = true;
        Encoder encoder = current.get();
        if (encoder != null) {
            encoder.abandon();
        }
    }
}
