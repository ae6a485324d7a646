package dev.spindle.probe;

import java.io.IOException;
import java.io.Serial;

/** The test was stopped by the user. */
final class ProbeStoppedException extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    ProbeStoppedException() {
        super("stopped");
    }
}
