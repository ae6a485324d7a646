package dev.spindle.os.linux;

import dev.spindle.os.Programs;
import dev.spindle.os.RunningProgram;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Programs of this machine. */
public final class LinuxPrograms implements Programs {
    @Override
    public RunningProgram start(List<String> words) throws IOException {
        try {
            return new Running(new ProcessBuilder(words).start());
        } catch (IOException problem) {
            throw new IOException(
                    "the program "
                            + words.getFirst()
                            + " can't be started; "
                            + (isMissing(problem)
                                    ? "install the package " + words.getFirst()
                                    : problem.getMessage()),
                    problem);
        }
    }

    /** ProcessBuilder tells errno in words only: 2 is ENOENT. */
    private static boolean isMissing(IOException problem) {
        return String.valueOf(problem.getMessage()).matches("(?s).*error[:=] ?2\\b.*");
    }

    private record Running(Process process) implements RunningProgram {
        private static final int MOST_COMPLAINT_BYTES = 2000;

        @Override
        public void write(ByteBuffer content) throws IOException {
            var bytes = new byte[content.remaining()];
            content.duplicate().get(bytes);
            process.getOutputStream().write(bytes);
        }

        @Override
        public void endInput() throws IOException {
            process.getOutputStream().close();
        }

        @Override
        public int read(byte[] into) throws IOException {
            return process.getInputStream().read(into);
        }

        @Override
        public int awaitEnd() throws IOException {
            try {
                return process.waitFor();
            } catch (InterruptedException nobodyInterrupts) {
                throw new IOException("the wait for a program was interrupted", nobodyInterrupts);
            }
        }

        @Override
        public String complaint() throws IOException {
            byte[] said = process.getErrorStream().readNBytes(MOST_COMPLAINT_BYTES);
            return new String(said, StandardCharsets.UTF_8).strip();
        }

        @Override
        public void end() {
            process.destroyForcibly();
        }
    }
}
