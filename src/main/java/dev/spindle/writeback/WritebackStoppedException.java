package dev.spindle.writeback;

import java.io.IOException;
import java.io.Serial;

/** The writer's wait was ended by a stop. */
public final class WritebackStoppedException extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    WritebackStoppedException() {
        super("stopped while waiting for the flusher");
    }
}
