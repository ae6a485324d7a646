package dev.spindle.drive.linux;

import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;

import java.io.IOException;
import java.io.Serial;
import java.util.Optional;

/** A command that the drive, or the way to it, did not carry out. */
final class CommandFailedException extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient ReadOutcome outcome;

    CommandFailedException(ReadOutcome outcome) {
        super(Sentences.of(outcome));
        this.outcome = outcome;
    }

    ReadOutcome outcome() {
        return outcome;
    }

    /** What the drive answered, if it answered. */
    Optional<Sense> sense() {
        return Sentences.sense(outcome);
    }
}
