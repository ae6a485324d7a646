package dev.spindle.rip;

import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Events until somebody takes them; the oldest go where nobody does. Safe for all threads. */
public final class EventQueue implements EventSource {
    private static final int MOST = 20_000;

    private final Gate gate;
    private final Deque<RipEvent> events = new ArrayDeque<>();

    public EventQueue(Concurrency concurrency) {
        this.gate = concurrency.gate("events");
    }

    public void add(RipEvent event) {
        gate.update(() -> {
            events.addLast(event);
            if (events.size() > MOST) {
                events.removeFirst();
            }
        });
    }

    @Override
    public List<RipEvent> takeEvents() {
        return gate.read(() -> {
            var taken = List.copyOf(events);
            events.clear();
            return taken;
        });
    }
}
