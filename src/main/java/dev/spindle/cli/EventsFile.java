package dev.spindle.cli;

import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.RoleThread;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The file of {@code --events}, written by a thread of its own: neither a full disk nor a share
 * that hangs may hold up the rip or its verdict.
 */
final class EventsFile {
    /** Lines that may wait for the thread, some minutes' worth; more are left out. */
    private static final int MOST_WAITING = 20_000;

    private static final Duration LAST_WRITE = Duration.ofSeconds(2);

    private final Path path;
    private final OutputStream stream;
    private final Concurrency concurrency;
    private final Screen screen;
    private final Gate gate;
    private final RoleThread writer;
    private List<String> waiting = new ArrayList<>();
    private String problem = "";
    private boolean isWarned;
    private boolean isEnding;

    private EventsFile(Path path, OutputStream stream, Concurrency concurrency, Screen screen) {
        this.path = path;
        this.stream = stream;
        this.concurrency = concurrency;
        this.screen = screen;
        this.gate = concurrency.gate("events file");
        this.writer = concurrency.start("events", this::writeUntilEnd);
    }

    static EventsFile open(Path path, Concurrency concurrency, Screen screen)
            throws UsageException {
        try {
            return new EventsFile(path, Files.newOutputStream(path), concurrency, screen);
        } catch (IOException problem) {
            throw new UsageException(
                    "--events can't be written to: " + FileProblems.sentence(problem, path),
                    problem);
        }
    }

    void add(List<String> lines) {
        if (!lines.isEmpty()) {
            gate.update(() -> take(lines));
        }
        warnOnce();
    }

    /** Waits a little for the last lines; a file that hangs is left alone. */
    void end() {
        gate.update(() -> isEnding = true);
        var outcome = writer.awaitDone(concurrency.in(LAST_WRITE), StopToken.never());
        if (outcome != Gate.Outcome.MET) {
            gate.update(() -> problem = "it does not take the last lines");
        }
        writer.failure().ifPresent(f -> gate.update(() -> problem = Texts.reason(f)));
        warnOnce();
    }

    private void take(List<String> lines) {
        if (!problem.isEmpty()) {
            return;
        }
        if (waiting.size() + lines.size() > MOST_WAITING) {
            problem = "it takes lines too slowly";
            return;
        }
        waiting.addAll(lines);
    }

    private void warnOnce() {
        String told = gate.read(() -> problem);
        if (!told.isEmpty() && !isWarned) {
            isWarned = true;
            screen.line("spindle: the rip goes on, but " + path + " is not complete: " + told);
        }
    }

    private void writeUntilEnd() {
        try (stream) {
            List<String> lines = next();
            while (!lines.isEmpty()) {
                String text = String.join("\n", lines) + "\n";
                stream.write(text.getBytes(StandardCharsets.UTF_8));
                lines = next();
            }
        } catch (IOException failure) {
            gate.update(() -> problem = FileProblems.reason(failure));
        }
    }

    /** The lines to write next; empty at the end. */
    private List<String> next() {
        gate.await(() -> isEnding || !waiting.isEmpty(), Deadline.never(), StopToken.never());
        var lines = new ArrayList<String>();
        gate.update(() -> {
            lines.addAll(waiting);
            waiting = new ArrayList<>();
        });
        return lines;
    }
}
