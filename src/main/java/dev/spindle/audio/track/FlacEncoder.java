package dev.spindle.audio.track;

import dev.spindle.os.Programs;
import dev.spindle.os.RunningProgram;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * FLAC by the reference program, {@code flac}: raw samples go in on its standard input. It writes
 * the file itself, since it goes back to the head for the length and the MD5 of what it was given.
 */
final class FlacEncoder implements Encoder {
    private static final String PROGRAM = "flac";
    private static final int BUFFER_BYTES = 64 << 10;

    private final Programs programs;
    private final Storage storage;
    private final String path;
    private final AtomicReference<@Nullable RunningProgram> current = new AtomicReference<>();
    private final RunningProgram encoder;
    private volatile boolean isAbandoned;

    /**
     * Starts the program.
     *
     * @param path absolute, of the file that it makes
     * @param tags {@code NAME=value}
     */
    FlacEncoder(Programs programs, Storage storage, String path, long samples, List<String> tags)
            throws IOException {
        this.programs = programs;
        this.storage = storage;
        this.path = path;
        this.encoder = start(encoding(path, samples, tags));
    }

    private static List<String> encoding(String path, long samples, List<String> tags) {
        var words =
                new ArrayList<>(
                        List.of(
                                PROGRAM,
                                "--totally-silent",
                                "--force",
                                "--best",
                                "--verify",
                                "--force-raw-format",
                                "--endian=little",
                                "--sign=signed",
                                "--channels=2",
                                "--bps=16",
                                "--sample-rate=" + PlannedTrack.RATE,
                                "--input-size=" + samples * Samples.BYTES,
                                "--output-name=" + path));
        tags.forEach(tag -> words.add("--tag=" + tag));
        words.add("-");
        return words;
    }

    private static List<String> decoding(String path) {
        return List.of(
                PROGRAM,
                "--totally-silent",
                "--decode",
                "--stdout",
                "--force-raw-format",
                "--endian=little",
                "--sign=signed",
                "--",
                path);
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
    }

    @Override
    public void finish() throws IOException {
        encoder.endInput();
        end(encoder, null);
        StorageFile file = storage.open(path, Storage.How.READ_WRITE);
        try {
            file.sync();
            file.dropCache(new ByteRange(0, file.facts().sizeBytes()));
        } finally {
            file.close();
        }
    }

    @Override
    public void readBack(Sink sink) throws IOException {
        RunningProgram decoder = start(decoding(path));
        decoder.endInput();
        var bytes = new byte[BUFFER_BYTES];
        while (true) {
            int got = decoder.read(bytes);
            if (got < 0) {
                break;
            }
            sink.take(ByteBuffer.wrap(bytes, 0, got));
        }
        end(decoder, null);
    }

    /** Throws where it did not end well. */
    private void end(RunningProgram program, @Nullable IOException cause) throws IOException {
        int exit = program.awaitEnd();
        if (isAbandoned) {
            throw new IOException("the encoder was ended", cause);
        }
        if (exit != 0 || cause != null) {
            String said = program.complaint();
            throw new IOException(
                    PROGRAM
                            + " has failed on "
                            + path
                            + (said.isEmpty() ? ", exit code " + exit : ": " + said),
                    cause);
        }
    }

    @Override
    public void abandon() {
        isAbandoned = true;
        RunningProgram program = current.get();
        if (program != null) {
            program.end();
        }
    }
}
