package dev.spindle.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The file of {@code --log}; one thread at a time. A failed write ends it with one warning. */
final class LogFile implements Consumer<String> {
    private final Path path;
    private final OutputStream stream;
    private final Screen screen;
    private boolean hasFailed;

    private LogFile(Path path, OutputStream stream, Screen screen) {
        this.path = path;
        this.stream = stream;
        this.screen = screen;
    }

    /**
     * Opens it; what is in it stays.
     *
     * <p>Not by a channel: that would be closed by the interrupt with which logback ends its
     * thread, and the last lines with it.
     */
    static LogFile open(Path path, Screen screen) throws UsageException {
        try {
            return new LogFile(path, new FileOutputStream(path.toString(), true), screen);
        } catch (IOException problem) {
            throw new UsageException(
                    "--log can't be written to: " + FileProblems.sentence(problem, path), problem);
        }
    }

    @Override
    public void accept(String line) {
        if (hasFailed) {
            return;
        }
        try {
            stream.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException problem) {
            hasFailed = true;
            screen.line("spindle: the log ends here: " + FileProblems.sentence(problem, path));
        }
    }
}
