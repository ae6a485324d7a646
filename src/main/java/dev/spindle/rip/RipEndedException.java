package dev.spindle.rip;

import java.io.Serial;

/** Ends a rip early, with its outcome and one sentence for the user. */
final class RipEndedException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final RipOutcome outcome;

    RipEndedException(RipOutcome outcome, String sentence) {
        super(sentence);
        this.outcome = outcome;
    }

    RipOutcome outcome() {
        return outcome;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
