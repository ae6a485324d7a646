package dev.spindle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.FileSystemKind;
import dev.spindle.rip.ReadSpeed;
import dev.spindle.rip.Rip;
import dev.spindle.rip.RipEvent;
import dev.spindle.rip.RipEvent.ChunkConfirmed;
import dev.spindle.rip.RipEvent.Noticed;
import dev.spindle.rip.RipEvent.Sampled;
import dev.spindle.rip.RipEvent.StallEnded;
import dev.spindle.rip.RipEvent.StateChanged;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.run.Activity;
import dev.spindle.run.Deadline;
import dev.spindle.run.RealConcurrency;
import dev.spindle.run.StopToken;
import dev.spindle.timeline.ChunkWait;
import dev.spindle.timeline.Health;
import dev.spindle.timeline.Sample;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a diagnostic bundle holds of rips. */
@Tag("unit")
class RecentEventsTest {
    private final RealConcurrency concurrency = new RealConcurrency();
    private final RecentEvents events = new RecentEvents(concurrency);

    /** A rip that has ended, with these events left to be taken. */
    private record Ended(List<RipEvent> left) implements Rip {
        @Override
        public RipSnapshot snapshot() {
            throw new UnsupportedOperationException("nobody asks for it here");
        }

        @Override
        public List<RipEvent> takeEvents() {
            var taken = List.copyOf(left);
            left.clear();
            return taken;
        }

        @Override
        public void stop() {}

        @Override
        public void goodEnough() {}

        @Override
        public void keepTrying() {}

        @Override
        public void pause() {}

        @Override
        public void resume() {}

        @Override
        public void changeSpeed(Optional<ReadSpeed> speed) {}

        @Override
        public boolean awaitEnd(Deadline deadline) {
            return true;
        }
    }

    private List<String> lines(RipEvent... left) {
        events.accept(new Ended(new ArrayList<>(List.of(left))));
        var gate = concurrency.gate("test");
        var deadline = concurrency.in(Duration.ofSeconds(5));
        while (events.text().isEmpty() && !deadline.hasPassed(concurrency.nanoTime())) {
            var _ = gate.pause(concurrency.in(Duration.ofMillis(5)), StopToken.never());
        }
        return events.text().lines().toList();
    }

    private static Sampled sample(double seconds) {
        var sample =
                new Sample(
                        seconds,
                        1,
                        1,
                        1,
                        1,
                        0,
                        0,
                        0,
                        0,
                        Activity.READING,
                        Activity.WRITING,
                        Activity.IDLE,
                        Health.HEALTHY);
        return new Sampled(sample, Optional.of(FileSystemKind.Family.LOCAL));
    }

    @Test
    void tellsWhatHappenedAsTheCommandLineDoesAndOfWhichRip() {
        assertThat(
                        lines(
                                new StateChanged(1.5, "health", "HEALTHY", "SLOW", "a reason"),
                                new StallEnded(new Stall("writer", 1, 0.5, Side.STORAGE, "slow"))))
                .containsExactly(
                        "{\"rip\":1,\"type\":\"state\",\"t\":1.5,\"what\":\"health\","
                                + "\"from\":\"HEALTHY\",\"to\":\"SLOW\",\"why\":\"a reason\"}",
                        "{\"rip\":1,\"type\":\"stall\",\"thread\":\"writer\",\"start\":1.0,"
                                + "\"seconds\":0.5,\"side\":\"STORAGE\",\"cause\":\"slow\"}");
    }

    @Test
    void ofSamplesAFewAreEnough() {
        var all = new ArrayList<RipEvent>();
        IntStream.range(0, 300).forEach(tenth -> all.add(sample(tenth / 10.0)));
        all.add(new ChunkConfirmed(new ChunkWait(30, 0, 1, 0.1)));
        all.add(new Noticed(30, "protection", "none"));
        assertThat(lines(all.toArray(RipEvent[]::new)))
                .hasSize(4)
                .last()
                .asString()
                .contains("\"notice\"");
    }

    @Test
    void keepsTheLatest() {
        var all = new ArrayList<RipEvent>();
        IntStream.range(0, 5000).forEach(i -> all.add(new Noticed(i, "n", "number " + i + ".")));
        assertThat(lines(all.toArray(RipEvent[]::new)))
                .hasSize(4000)
                .first()
                .asString()
                .contains("number 1000.");
    }
}
