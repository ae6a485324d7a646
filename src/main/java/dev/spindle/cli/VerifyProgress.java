package dev.spindle.cli;

import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;

import java.time.Duration;
import java.util.Locale;

/**
 * Progress of reading back on standard error: on a terminal one line that is drawn again, else a
 * line every ten seconds.
 */
final class VerifyProgress {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final Screen screen;
    private final Concurrency concurrency;
    private Deadline nextLine;

    VerifyProgress(Screen screen, Concurrency concurrency) {
        this.screen = screen;
        this.concurrency = concurrency;
        this.nextLine = concurrency.in(BETWEEN_LINES);
    }

    void show(long readBytes, long totalBytes) {
        if (screen.isTerminal()) {
            screen.status(line(readBytes, totalBytes));
        } else if (nextLine.hasPassed(concurrency.nanoTime())) {
            screen.line(line(readBytes, totalBytes));
            nextLine = concurrency.in(BETWEEN_LINES);
        }
    }

    private static String line(long readBytes, long totalBytes) {
        if (totalBytes == 0) {
            return "reading back: looking for the rip";
        }
        return String.format(
                Locale.ROOT,
                "reading back: %d %%, %s of %s",
                (int) Math.floor(100.0 * readBytes / totalBytes),
                Texts.bytes(readBytes),
                Texts.bytes(totalBytes));
    }
}
