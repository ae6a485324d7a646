package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** Events of sources that follow each other come in the order in which they happened. */
@Tag("unit")
final class EventSourceTest {
    private static RipEvent told(String text) {
        return new RipEvent.Noticed(0, "staging", text);
    }

    @Test
    void theOldestSourceComesFirst() {
        EventSource first = () -> List.of(told("a"), told("b"));
        EventSource second = () -> List.of(told("c"));
        assertThat(EventSource.takeAll(List.of(first, second)))
                .containsExactly(told("a"), told("b"), told("c"));
    }

    /** The first half ends and the second one begins just as somebody takes. */
    @Test
    void nothingStandsBeforeWhatLedToIt() {
        var before = new EventQueue(new BatonConcurrency(1, Duration.ofHours(1)));
        var after = new EventQueue(new BatonConcurrency(1, Duration.ofHours(1)));
        EventSource later =
                () -> {
                    var taken = after.takeEvents();
                    before.add(told("the end of the first"));
                    after.add(told("the beginning of the second"));
                    return taken;
                };
        assertThat(EventSource.takeAll(List.of(before, later)))
                .containsExactly(told("the end of the first"));
        assertThat(after.takeEvents()).containsExactly(told("the beginning of the second"));
    }
}
