package dev.spindle.cli;

import dev.spindle.probe.ProbeProgress;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;

import java.time.Duration;
import java.util.Locale;

/**
 * Progress of a destination test on standard error: on a terminal one line that is drawn again,
 * else a line every ten seconds.
 */
final class ProbeProgressLine {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final Screen screen;
    private final Concurrency concurrency;
    private Deadline nextLine;

    ProbeProgressLine(Screen screen, Concurrency concurrency) {
        this.screen = screen;
        this.concurrency = concurrency;
        this.nextLine = concurrency.in(BETWEEN_LINES);
    }

    void show(ProbeProgress now) {
        if (screen.isTerminal()) {
            screen.status(line(now));
        } else if (nextLine.hasPassed(concurrency.nanoTime())) {
            screen.line(line(now));
            nextLine = concurrency.in(BETWEEN_LINES);
        }
    }

    static String line(ProbeProgress now) {
        if (now.policy().isEmpty() || now.totalBytes() <= 0) {
            return "probe: looking at the folder";
        }
        String what = now.writtenBytes() >= now.totalBytes() ? "waiting for the device" : "writing";
        return String.format(
                Locale.ROOT,
                "probe: %s with %s, %s of %s",
                what,
                now.policy(),
                Texts.bytes(now.writtenBytes()),
                Texts.bytes(now.totalBytes()));
    }
}
