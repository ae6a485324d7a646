package dev.spindle.run;

import java.io.IOException;
import java.io.Serial;

/** An abandoned thread came back and must make no further call. */
public final class LeaseClosedException extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    LeaseClosedException(String role, int generation) {
        super("thread " + generation + " of " + role + " was abandoned");
    }
}
