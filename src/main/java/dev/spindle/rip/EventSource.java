package dev.spindle.rip;

import java.util.List;

/** Where the events of a rip are taken from. Safe for all threads; nothing blocks. */
public interface EventSource {
    /** The events since the last call, oldest first; for one taker. */
    List<RipEvent> takeEvents();
}
