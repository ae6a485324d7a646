package dev.spindle.app;

import dev.spindle.cli.EventLines;
import dev.spindle.rip.Rip;
import dev.spindle.rip.RipEvent;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps the latest events of all rips of this program, as {@code --events} writes them, for a
 * diagnostic bundle. Safe for all threads.
 */
final class RecentEvents implements Consumer<Rip> {
    private static final int MOST_LINES = 4000;

    /** Events are not kept for long by a rip that nobody takes them from. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** Of samples so few are kept that they don't push out what happened. */
    private static final double SAMPLE_SECONDS = 10;

    private final Concurrency concurrency;
    private final Gate gate;
    private final Deque<String> lines = new ArrayDeque<>();
    private int rips;

    RecentEvents(Concurrency concurrency) {
        this.concurrency = concurrency;
        this.gate = concurrency.gate("recent events");
    }

    /** Follows a rip to its end. */
    @Override
    public void accept(Rip rip) {
        int number = gate.read(() -> ++rips);
        var _ = concurrency.start("recent-events", () -> follow(rip, number));
    }

    private void follow(Rip rip, int number) {
        var source = new Source("{\"rip\":" + number + ",");
        boolean hasEnded;
        do {
            hasEnded = rip.awaitEnd(concurrency.in(BETWEEN_LOOKS));
            var taken = source.lines(rip.takeEvents());
            gate.update(() -> keep(taken));
        } while (!hasEnded);
    }

    private void keep(List<String> taken) {
        lines.addAll(taken);
        while (lines.size() > MOST_LINES) {
            lines.removeFirst();
        }
    }

    /** One event a line, oldest first. */
    String text() {
        return gate.read(() -> String.join("\n", lines));
    }

    /** The events of one rip as lines that say which rip it was. */
    private static final class Source {
        private final EventLines format = new EventLines();
        private final String begin;
        private double nextSample;

        Source(String begin) {
            this.begin = begin;
        }

        List<String> lines(List<RipEvent> events) {
            var wanted = events.stream().filter(this::isWanted).toList();
            return format.of(wanted).stream().map(line -> begin + line.substring(1)).toList();
        }

        private boolean isWanted(RipEvent event) {
            if (!(event instanceof RipEvent.Sampled(var sample, var _))) {
                return !(event instanceof RipEvent.ChunkConfirmed);
            }
            boolean isDue = sample.seconds() >= nextSample;
            nextSample = isDue ? sample.seconds() + SAMPLE_SECONDS : nextSample;
            return isDue;
        }
    }
}
