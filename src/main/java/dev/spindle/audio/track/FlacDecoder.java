package dev.spindle.audio.track;

import dev.spindle.os.Programs;
import dev.spindle.os.RunningProgram;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Samples of FLAC files by the reference program. For one thread, but for {@link #abandon}. */
final class FlacDecoder {
    private static final int BUFFER_BYTES = 64 << 10;

    private final Programs programs;
    private final AtomicReference<@Nullable RunningProgram> current = new AtomicReference<>();
    private volatile boolean isAbandoned;

    FlacDecoder(Programs programs) {
        this.programs = programs;
    }

    private static List<String> words(String handle) {
        return List.of(
                FlacEncoder.PROGRAM,
                "--silent",
                "--decode",
                "--stdout",
                "--force-raw-format",
                "--endian=little",
                "--sign=signed",
                handle);
    }

    /**
     * Gives a file's samples, in order.
     *
     * @param handle see {@code os.StorageFile}
     * @param path by which people know the file
     * @throws TrackDamagedException where the program does not accept it
     */
    void read(String handle, String path, Encoder.Sink sink) throws IOException {
        RunningProgram program = programs.start(words(handle));
        current.set(program);
        try {
            if (isAbandoned) {
                program.end();
            }
            program.endInput();
            var bytes = new byte[BUFFER_BYTES];
            for (int got = program.read(bytes); got >= 0; got = program.read(bytes)) {
                sink.take(ByteBuffer.wrap(bytes, 0, got));
            }
            int exit = program.awaitEnd();
            if (isAbandoned) {
                throw new IOException("the encoder was ended");
            }
            if (exit != 0) {
                throw new TrackDamagedException(failure(program, path, exit));
            }
        } finally {
            current.set(null);
            program.end();
        }
    }

    /** What is told of a program that did not end well. */
    static String failure(RunningProgram program, String path, int exit) throws IOException {
        String said = program.complaint();
        return FlacEncoder.PROGRAM
                + " has failed on "
                + path
                + (said.isEmpty() ? ", exit code " + exit : ": " + said);
    }

    /** Ends the program, so that the thread returns. Safe for all threads. */
    void abandon() {
        isAbandoned = true;
        RunningProgram program = current.get();
        if (program != null) {
            program.end();
        }
    }
}
