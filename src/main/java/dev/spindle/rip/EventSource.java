package dev.spindle.rip;

import java.util.ArrayList;
import java.util.List;

/** Where the events of a rip are taken from. Safe for all threads; nothing blocks. */
public interface EventSource {
    /** The events since the last call, oldest first; for one taker. */
    List<RipEvent> takeEvents();

    /**
     * The events of several sources that follow each other, oldest first. The latest source is
     * asked first: what an earlier one adds meanwhile is taken all the same, and what a later one
     * adds comes with the next call, so that nothing stands before what led to it.
     *
     * @param sources in the order in which they began
     */
    static List<RipEvent> takeAll(List<? extends EventSource> sources) {
        var parts = new ArrayList<List<RipEvent>>();
        for (var source : sources.reversed()) {
            parts.addFirst(source.takeEvents());
        }
        return parts.stream().flatMap(List::stream).toList();
    }
}
