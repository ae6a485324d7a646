package dev.spindle.audio.track;

import dev.spindle.os.Programs;
import dev.spindle.os.RunningProgram;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * FLAC by the reference program, {@code flac}: raw samples go in on its standard input. It writes
 * into a file that is open here, since it goes back to the head for the length and the MD5 of what
 * it was given; it is told nothing that a disc says, as words of any language can't be handed to a
 * program under every locale. Tags are written afterwards, into room that it leaves.
 */
final class FlacEncoder implements Encoder {
    static final String PROGRAM = "flac";

    /** So much is taken before what came of it is waited for: a slow disk never owes more. */
    private static final long WINDOW_BYTES = 16L << 20;

    private final Programs programs;
    private final String path;
    private final StorageFile file;
    private final List<String> tags;
    private final Optional<Cover> cover;
    private final AtomicReference<@Nullable RunningProgram> current = new AtomicReference<>();
    private final RunningProgram encoder;
    private final FlacDecoder decoder;
    private long takenBytes;
    private long syncedBytes;
    private volatile boolean isAbandoned;

    /**
     * Starts the program.
     *
     * @param path absolute, of the file that it makes
     * @param tags {@code NAME=value}
     * @param cover a picture for the file
     */
    FlacEncoder(
            Programs programs,
            Storage storage,
            String path,
            long samples,
            List<String> tags,
            Optional<Cover> cover)
            throws IOException {
        this.programs = programs;
        this.decoder = new FlacDecoder(programs);
        this.path = path;
        this.tags = List.copyOf(tags);
        this.cover = cover;
        this.file = storage.open(path, Storage.How.CREATE);
        boolean isStarted = false;
        try {
            this.encoder = start(encoding(file.handle(), samples, FlacTags.roomBytes(cover)));
            isStarted = true;
        } finally {
            if (!isStarted) {
                file.close();
            }
        }
    }

    private static List<String> encoding(String handle, long samples, int roomBytes) {
        return List.of(
                PROGRAM,
                "--silent",
                "--force",
                "--best",
                "--verify",
                "--padding=" + roomBytes,
                "--force-raw-format",
                "--endian=little",
                "--sign=signed",
                "--channels=2",
                "--bps=16",
                "--sample-rate=" + PlannedTrack.RATE,
                "--input-size=" + samples * Samples.BYTES,
                "--output-name=" + handle,
                "-");
    }

    private RunningProgram start(List<String> words) throws IOException {
        RunningProgram program = programs.start(words);
        current.set(program);
        if (isAbandoned) {
            program.end();
        }
        return program;
    }

    @Override
    public void write(ByteBuffer samples) throws IOException {
        try {
            encoder.write(samples);
        } catch (IOException brokenPipe) {
            // The program has ended before its time: what it says is the reason.
            end(encoder, brokenPipe);
        }
        takenBytes += samples.remaining();
        if (takenBytes - syncedBytes >= WINDOW_BYTES) {
            file.syncData();
            syncedBytes = takenBytes;
        }
    }

    @Override
    public void finish() throws IOException {
        encoder.endInput();
        end(encoder, null);
        new FlacTags(file).write(tags, cover);
        file.sync();
        file.dropCache(new ByteRange(0, file.facts().sizeBytes()));
    }

    @Override
    public void readBack(Sink sink) throws IOException {
        decoder.read(file.handle(), path, sink);
    }

    /** Throws where it did not end well. */
    private void end(RunningProgram program, @Nullable IOException cause) throws IOException {
        int exit = program.awaitEnd();
        if (isAbandoned) {
            throw new IOException("the encoder was ended", cause);
        }
        if (exit != 0 || cause != null) {
            throw new IOException(FlacDecoder.failure(program, path, exit), cause);
        }
    }

    @Override
    public void abandon() {
        isAbandoned = true;
        decoder.abandon();
        endProgram();
    }

    private void endProgram() {
        RunningProgram program = current.get();
        if (program != null) {
            program.end();
        }
    }

    @Override
    public void close() throws IOException {
        endProgram();
        file.close();
    }
}
